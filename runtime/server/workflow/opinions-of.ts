import type { ClientOpinion } from '../../model/client-task-types.ts';
import type { Context } from '../context.ts';
import type { CompiledProcess } from './compiled-process.ts';
import type { Instance } from './instance.ts';
import { outcomeLabel } from './labels.ts';
import { namesOf } from './names-of.ts';

interface OpinionRow { task: string; label: string; outcome: string; opinion: string | null; by: string; at: Date; seenVersion: number; kind: ClientOpinion['kind']; onBehalf: string | null }

/** Everything that was said in an instance, oldest first. */
export async function opinionsOf(ctx: Context, instance: Instance, { process }: CompiledProcess): Promise<ClientOpinion[]> {
  const { rows } = await ctx.db.query<OpinionRow>(
    'select node_id as task, label, outcome, opinion, by, at, seen_version as "seenVersion", kind, on_behalf as "onBehalf" from tamga.opinion where instance_id = $1 order by at, id', [instance.id]);
  const names = await namesOf(ctx, rows.flatMap(({ by, onBehalf }) => [by, ...(onBehalf === null ? [] : [onBehalf])]));
  return rows.map(({ by, at, onBehalf, ...rest }) => ({
    ...rest, outcomeLabel: outcomeLabel(process, rest.task, rest.outcome, ctx.locale), by: { id: by, title: names.get(by) ?? '' }, at: at.toISOString(),
    onBehalf: onBehalf === null ? null : { id: onBehalf, title: names.get(onBehalf) ?? '' },
  }));
}
