import type { Entity } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { parseCondition } from '../query/condition.ts';
import { resolvePath } from '../query/path.ts';
import { planSelect, plainPaths, statementOf } from '../query/plan-select.ts';
import { toRecords } from './record-json.ts';

/** The lines of a record as JSON, in their order; who may see the record may see its lines. */
export async function linesRecords(ctx: Context, line: Entity, parentId: string): Promise<Record<string, unknown>[]> {
  const fields = [resolvePath(ctx.model, line, 'id'), ...plainPaths(ctx.model, line).filter((p) => p.field.name !== line.lineOf?.as)];
  // The codes of a chosen record are what people read beside its name.
  const where = parseCondition(ctx.model, line, { [line.lineOf!.as]: parentId }, { clock: ctx.services.clock });
  const { plan, values } = planSelect(ctx, line, { fields, where, rows: { kind: 'all' }, sort: [{ path: positionPath(line), down: false }], limit: 2000, offset: 0, flags: [] });
  const { rows } = await ctx.db.query<Record<string, unknown>>(statementOf(plan, values));
  return toRecords(ctx, plan, rows);
}

function positionPath(line: Entity) {
  return { text: 'position', hops: [], entity: line.key, column: 'position', field: { name: 'position', type: 'integer', label: line.label, column: 'position', required: false, readOnly: true, unique: false, was: [] } };
}
