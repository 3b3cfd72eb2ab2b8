import { problem } from '../../../problems.ts';
import { runAction } from '../../actions/run-action.ts';
import { update } from '../../operations/update.ts';
import { moveOn } from '../move-on.ts';
import { changed, recordOf, type ProcessRun } from '../process-run.ts';
import { stateOf } from './return-targets.ts';
import { lastingServices, mayTurn } from './undone.ts';

/** Why an instance can't be ended as if it had never been, or nothing. */
export async function whyNotReset(run: ProcessRun, status: string | undefined): Promise<{ zh: string; en: string } | undefined> {
  const { compiled, instance, ctx } = run;
  if (compiled.process.instance.withdrawAction === undefined) {
    const [service] = await lastingServices(ctx, instance, compiled, null);
    if (service) return { zh: `“${service.name ?? service.id}”已经执行`, en: `"${service.name ?? service.id}" has been done` };
  }
  const turns = mayTurn(compiled, stateOf(compiled, await recordOf(run)), status);
  return turns ? undefined : { zh: '记录当前状态不能恢复', en: 'the record can not go back from its state' };
}

/** Ends an instance, undoes what its services did and puts the record into the state it had, or the one declared for that. */
export async function reset(run: ProcessRun, status: string | undefined): Promise<void> {
  const { ctx, entity, instance, compiled } = run;
  const reason = await whyNotReset(run, status);
  if (reason) throw problem('process.cannot-withdraw', { reason });
  const action = ctx.model.actions.get(entity.key)?.get(compiled.process.instance.withdrawAction ?? '');
  const ran = await lastingServices(ctx, instance, compiled, null);
  if (action && ran.length > 0) {
    await runAction(ctx, entity, action, { id: instance.recordId, input: {} });
    changed(run);
  }
  const row = await recordOf(run);
  if (entity.states && status !== undefined && row[entity.states.field] !== status) {
    await update(ctx, entity, row.id, { [entity.states.field]: status });
    changed(run);
  }
  await moveOn(run, { type: 'cancel' });
}
