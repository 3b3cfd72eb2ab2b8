/**
 * SQL of the running or last instance on a record and whether it waits for a person as its applicant:
 * columns instance, running and waits of one row at most. One instance at most runs; of those that ended the last counts.
 */
export function processOfRecord(record: string, person: string): string {
  return `select i.id as instance, i.status in ('running', 'incident') as running,
     exists (select 1 from tamga.user_task t where t.instance_id = i.id and t.status = 'open' and t.assignee = ${person} and t.assignee = i.starter and t.roles = '{}') as waits
   from tamga.process_instance i where i.record_id = ${record} order by running desc, i.started_at desc, i.id desc limit 1`;
}
