import { v7 } from 'uuid';
import type { Entity } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { together } from '../db/together.ts';
import { attachFiles } from './record-files.ts';
import { ownerOf } from './complete-row.ts';
import { fillNew, firstChanges } from './fill-new.ts';
import { inTransaction } from './in-transaction.ts';
import { nextNumbers } from './next-numbers.ts';
import { requireOperation } from './require.ts';
import { insertRow, writeHistory } from './store-row.ts';
import { checkReferences, validateRow } from './validate-row.ts';
import { writeLines } from './write-lines.ts';

/** Makes a record: rights → parse → defaults → computed → validate → insert, history → lines. */
export async function create(ctx: Context, entity: Entity, input: Record<string, unknown>): Promise<{ id: string; version: number }> {
  if (entity.managed && ctx.principal.kind !== 'system') throw problem('record.managed');
  if (entity.lineOf && ctx.principal.kind !== 'system') throw problem('record.managed');
  requireOperation(ctx, entity, 'create');
  return inTransaction(ctx, async (tx) => {
    const id = v7();
    const { values, changed, errors, failed } = await fillNew(tx, entity, input);
    // Asked together: neither needs the other's answer.
    const [found, owner] = await together(checkReferences(tx, entity, values, changed), ownerOf(tx, entity, values, id));
    for (const e of found) failed.add(e.field ?? '');
    errors.push(...found, ...await validateRow(tx, entity, values, changed, failed));
    if (errors.length > 0) throw invalid(errors);
    for (const field of entity.fields) if (field.type === 'sequence' && values[field.name] == null) [values[field.name]] = await nextNumbers(tx, entity, field.name, [values]);
    const [{ allowed }] = await together(
      insertRow(tx, entity, id, values, owner, accessTo(tx, entity).rows('create')),
      writeHistory(tx, entity, id, 1, 'create', firstChanges(entity, values), values),
    );
    if (!allowed) throw problem('access.denied', { action: { zh: `在该范围内新建${entity.label.zh}`, en: `create ${entity.label.en} here` } });
    await writeLines(tx, entity, id, values, changed, owner);
    await attachFiles(tx, entity, id, values, changed);
    return { id, version: 1 };
  });
}
