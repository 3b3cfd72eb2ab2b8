import { entityOf } from '../../runtime/model/model.ts';
import { systemContext } from '../../runtime/server/context.ts';
import { principalOf } from '../../runtime/server/auth/index.ts';
import { submitRecord } from '../../runtime/server/workflow/index.ts';
import { ownIds } from './measures/read.ts';
import type { World } from './world.ts';

/** Open review tasks: one record is really submitted, the others get copies of what that wrote. Returns the ids of the tasks. */
export async function openTasks(world: World, count: number): Promise<string[]> {
  const { services, model, people, tamga: { pool } } = world;
  const [id] = await ownIds(world, ['draft'], 1);
  const ctx = { ...systemContext(services), principal: await principalOf(services, people.clerk.id) };
  const { instance } = await submitRecord(ctx, entityOf(model, 'bench/inspection'), id!);
  await pool.query(
    `insert into tamga.process_instance (id, definition_id, key, entity, record_id, title, state, status, starter, started_at)
     select gen_random_uuid(), p.definition_id, p.key, p.entity, r.id, r.no, p.state, p.status, p.starter, p.started_at
     from tamga.process_instance p, (select * from app_bench.inspection where status = 'in-review' and id <> $2 order by id limit $3) r where p.id = $1`, [instance, id, count]);
  await pool.query(
    `insert into tamga.user_task (id, instance_id, task_key, node_id, label, status, assignee, roles, scope_org, scope_area, not_applicant, applicant, created_at, process_key, group_key, token_id)
     select gen_random_uuid(), i.id, t.task_key, t.node_id, t.label, t.status, t.assignee, t.roles, r.owner_org, r.area_code, t.not_applicant, t.applicant, t.created_at, t.process_key, t.group_key, t.token_id
     from tamga.user_task t, tamga.process_instance i join app_bench.inspection r on r.id = i.record_id where t.instance_id = $1 and i.id <> $1`, [instance]);
  await pool.query(
    `insert into tamga.activity (instance_id, execution_id, node_id, entered_at, left_at, cancelled)
     select i.id, a.execution_id, a.node_id, a.entered_at, a.left_at, a.cancelled from tamga.activity a, tamga.process_instance i where a.instance_id = $1 and i.id <> $1`, [instance]);
  await pool.query('insert into tamga.flow_taken (instance_id, flow_id, at) select i.id, f.flow_id, f.at from tamga.flow_taken f, tamga.process_instance i where f.instance_id = $1 and i.id <> $1', [instance]);
  await pool.query('vacuum (analyze) tamga.process_instance, tamga.user_task, tamga.activity, tamga.flow_taken');
  const { rows } = await pool.query<{ id: string }>('select id from tamga.user_task where instance_id <> $1 order by id', [instance]);
  return rows.map((row) => row.id);
}
