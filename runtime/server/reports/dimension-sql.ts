import type { AreaLevel } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { raw, type Fragment } from '../db/builder.ts';
import type { ResolvedPath } from '../query/path.ts';
import type { PlannedDimension } from './report-plan.ts';
import type { Shift } from './report-shift.ts';

/** Digits of an area code at a level. */
export const levelDigits: Record<AreaLevel, number> = { city: 6, county: 6, town: 9, village: 12 };

/** The value that rows are grouped by; figures of another time stand at the period that they are compared with. */
export function dimensionSql(ctx: Context, dimension: PlannedDimension, path: ResolvedPath, alias: string, shift: Shift | undefined): Fragment {
  const column = raw('??', [`${alias}.${path.column}`]);
  if (dimension.level) return dimension.level === 'city' ? raw(`left(?, 4) || '00'`, [column]) : raw('left(?, ?::int)', [column, levelDigits[dimension.level]]);
  if (!dimension.grain) return column;
  const local = path.field.type === 'datetime' ? raw('? at time zone ?', [column, ctx.services.clock.zone]) : column;
  const start = startSql(dimension.grain, local);
  const { months = 0, days = 0 } = shift?.back ?? {};
  return months === 0 && days === 0 ? start : raw('(? + make_interval(months => ?::int, days => ?::int))::date', [start, months, days]);
}

function startSql(grain: NonNullable<PlannedDimension['grain']>, local: Fragment): Fragment {
  if (grain === 'half-year') return raw('make_date(extract(year from ?)::int, case when extract(month from ?) > 6 then 7 else 1 end, 1)', [local, local]);
  return raw(`date_trunc('${grain}', ?)::date`, [local]);
}
