import { v7 } from 'uuid';
import type { Entity } from '../../model/model.ts';
import { invalid, problem } from '../../problems.ts';
import { accessTo } from '../access/access.ts';
import type { Context } from '../context.ts';
import { together } from '../db/together.ts';
import { attachFiles } from './record-files.ts';
import { applyComputed, applyDefaults, nextNumber, ownerOf } from './complete-row.ts';
import { inTransaction } from './in-transaction.ts';
import { parseInput } from './parse-input.ts';
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
    const { values, errors } = parseInput(tx, entity, input);
    const given = new Set(Object.keys(values).filter((name) => values[name] !== null));
    const failed = new Set(errors.map((e) => e.field ?? ''));
    await applyDefaults(tx, entity, values, given);
    await applyComputed(tx, entity, values);
    const changed = new Set(Object.keys(values));
    // Asked together: neither needs the other's answer.
    const [found, owner] = await together(checkReferences(tx, entity, values, changed), ownerOf(tx, entity, values, id));
    for (const e of found) failed.add(e.field ?? '');
    errors.push(...found, ...await validateRow(tx, entity, values, changed, failed));
    if (errors.length > 0) throw invalid(errors);
    for (const field of entity.fields) if (field.type === 'sequence' && values[field.name] == null) values[field.name] = await nextNumber(tx, entity, field.name, values);
    const changes: Record<string, [unknown, unknown]> = {};
    for (const field of entity.fields) if (field.name in values && values[field.name] != null) changes[field.name] = [null, field.lines ? (values[field.name] as unknown[]).length : values[field.name]];
    const [{ allowed }] = await together(
      insertRow(tx, entity, id, values, owner, accessTo(tx, entity).rows('create')),
      writeHistory(tx, entity, id, 1, 'create', changes, values),
    );
    if (!allowed) throw problem('access.denied', { action: { zh: `在该范围内新建${entity.label.zh}`, en: `create ${entity.label.en} here` } });
    await writeLines(tx, entity, id, values, changed, owner);
    await attachFiles(tx, entity, id, values, changed);
    return { id, version: 1 };
  });
}
