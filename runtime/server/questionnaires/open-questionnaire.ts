import { entityOf, type Entity, type Portal } from '../../model/model.ts';
import { isId } from '../../fields/index.ts';
import type { Content } from '../../model/questionnaire/index.ts';
import { problem, type Problem } from '../../problems.ts';
import { asSystem, type Context } from '../context.ts';
import { loadRow } from '../operations/rows.ts';
import type { Row } from '../row.ts';

/** A questionnaire as it lies in its bank. */
export interface Bank { entity: Entity; answers: Entity; row: Row; content: Content; state: string }

/** A questionnaire that is, or was, published on this portal; drafts do not exist for the public. */
export async function findQuestionnaire(ctx: Context, portal: Portal, id: string, lock = false): Promise<Bank> {
  if (isId(id)) for (const key of portal.questionnaires) {
    const entity = entityOf(ctx.model, key);
    const row = entity.questionnaires && await loadRow(asSystem(ctx), entity, id, { lock });
    const state = row && String(row[entity.states!.field]);
    if (row && state !== 'draft') return { entity, answers: entityOf(ctx.model, entity.questionnaires!.answers), row, state: state!, content: (row['content'] ?? { questions: [] }) as Content };
  }
  throw problem('not-found');
}

/** Why a questionnaire cannot be answered now; nothing when it can. Dates hold to the second, whether or not anybody has ended it. */
export function closedBecause(ctx: Context, { row, state }: Pick<Bank, 'row' | 'state'>): Problem | undefined {
  const now = ctx.services.clock.now();
  const moment = (name: string): Date | undefined => (row[name] ? new Date(row[name] as string | Date) : undefined);
  const from = moment('startsAt');
  const until = moment('endsAt');
  if (state === 'ended' || (until && now > until)) return problem('questionnaire.ended');
  if (from && now < from) return problem('questionnaire.not-begun', { at: from.toLocaleString('zh-CN', { timeZone: ctx.services.clock.zone, hour12: false }) });
  if (typeof row['maxCopies'] === 'number' && Number(row['collected'] ?? 0) >= row['maxCopies']) return problem('questionnaire.full');
  return undefined;
}
