import { principalOf } from '../../../runtime/server/auth/index.ts';
import { systemContext, type Context } from '../../../runtime/server/context.ts';
import { boxes, tasksIn } from '../../../runtime/server/workflow/index.ts';
import { median } from '../compare.ts';
import type { Absolute } from '../print.ts';
import type { World } from '../world.ts';

/** The task list with many live and finished instances: milliseconds of one page of each box with all counts. Needs an instance to copy: run after the tasks were opened. */
export async function measureInbox(world: World): Promise<Absolute[]> {
  const { services, people, options: { live, finished } } = world;
  await fill(world, live, finished);
  const ctx: Context = { ...systemContext(services), principal: await principalOf(services, people.reviewer.id) };
  const figures: Absolute[] = [];
  for (const box of boxes) {
    const times: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const begun = performance.now();
      await tasksIn(ctx, box, { page: 1, pageSize: 20 });
      if (round > 1) times.push(performance.now() - begun);
    }
    figures.push({ title: `task list "${box}", ${live} live and ${finished} finished instances`, value: median(times), unit: 'ms', bar: 20, goal: 10 });
  }
  return figures;
}

const chunk = 20_000;

/** Copies of one instance and its task, past every rule; every hundredth open task lies in the reviewer's own area. */
async function fill({ tamga: { pool }, people }: World, live: number, finished: number): Promise<void> {
  const { rows: [like] } = await pool.query<{ id: string }>(`select id from tamga.process_instance where status = 'running' and record_id is not null order by started_at limit 1`);
  for (const [count, status] of [[live, 'running'], [finished, 'ended']] as const) {
    const task = status === 'running' ? 'open' : 'completed';
    // No statement may take longer than the server allows any.
    for (let from = 1; from <= count; from += chunk) await pool.query(
      `with made as (insert into tamga.process_instance (id, definition_id, key, entity, record_id, title, state, status, starter, started_at, ended_at)
         select gen_random_uuid(), definition_id, key, entity, gen_random_uuid(), 'JC' || n, '{}', $2, starter, now() - n * interval '1 minute', case when $2 = 'ended' then now() end
         from tamga.process_instance, generate_series($6::int, $3::int) n where id = $1 returning id, key, started_at)
       insert into tamga.user_task (id, instance_id, task_key, node_id, label, status, assignee, roles, scope_org, scope_area, not_applicant, applicant, created_at, completed_at, completed_by, outcome, process_key)
         select gen_random_uuid(), m.id, t.task_key, t.node_id, t.label, $4, null, t.roles, null, case when random() < 0.01 then '150523' else '110000' end, t.not_applicant, t.applicant, m.started_at,
           case when $4 = 'completed' then now() end, case when $4 = 'completed' then case when random() < 0.001 then $5::uuid else gen_random_uuid() end end, case when $4 = 'completed' then 'approve' end, m.key
         from made m, (select * from tamga.user_task where instance_id = $1 limit 1) t`, [like?.id, status, Math.min(count, from + chunk - 1), task, people.reviewer.id, from]);
  }
  const client = await pool.connect();
  await client.query('set statement_timeout = 0');
  await client.query('vacuum (analyze) tamga.process_instance, tamga.user_task');
  client.release(true);
}
