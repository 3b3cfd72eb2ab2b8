import { entityOf, type QuestionnaireFile } from '../../model/model.ts';
import { systemContext, type Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { create } from '../operations/create.ts';
import { inTransaction, madeBy, type TransactionContext } from '../operations/in-transaction.ts';
import { update } from '../operations/update.ts';

/** Makes published records of the questionnaires that came as files. A changed file becomes a new record, and the one before it ends. */
export async function deployQuestionnaires(services: Services): Promise<void> {
  const ctx = systemContext(services);
  for (const file of ctx.model.questionnaires.values()) await inTransaction(ctx, (tx) => deploy(tx, file));
}

async function deploy(tx: TransactionContext, file: QuestionnaireFile): Promise<void> {
  const entity = entityOf(tx.model, file.bank);
  if (!entity.byName.has('source') || !entity.states) return;
  await tx.db.query('select pg_advisory_xact_lock(hashtext($1), hashtext($2))', [entity.key, file.key]);
  const { rows } = await tx.db.query<{ id: string; content: unknown; state: string }>(
    `select id, ${columnOf(entity, 'content')} as content, ${columnOf(entity, entity.states.field)} as state from ${tableOf(entity)} where ${columnOf(entity, 'source')} = $1 order by created_at desc limit 1`, [file.key]);
  const last = rows[0];
  if (last && isSame(last.content, file.content)) return;
  if (last?.state === 'published') await update(madeBy(tx, 'end'), entity, last.id, { [entity.states.field]: 'ended' });
  await create(tx, entity, { ...file.set, ...await unitOf(tx, file), name: file.label.zh, content: file.content, source: file.key, views: 0, collected: 0, [entity.states.field]: 'published', ...(entity.byName.has('publishedAt') ? { publishedAt: tx.services.clock.now().toISOString() } : {}) });
}

async function unitOf(tx: TransactionContext, file: QuestionnaireFile): Promise<Record<string, unknown>> {
  const entity = entityOf(tx.model, file.bank);
  const field = entity.fields.find((one) => one.type === 'org' && entity.owner.includes(one.name));
  if (!field || file.org === undefined) return {};
  const unit = entityOf(tx.model, 'platform/organization');
  const { rows: [found] } = await tx.db.query<{ id: string }>(`select id from ${tableOf(unit)} where ${columnOf(unit, 'code')} = $1`, [file.org]);
  return found ? { [field.name]: found.id } : {};
}

function isSame(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b);
}

/** PostgreSQL keeps the members of JSON in an order of its own. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1))) : part));
}
