import { entityOf } from '../../model/model.ts';
import type { Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { workdayCalendar } from './working-days.ts';

/** Gives the clock the days that the site has entered; again whenever they change. */
export async function loadCalendar(services: Services): Promise<void> {
  const entity = entityOf(services.current(), 'platform/calendar-day');
  const { rows } = await services.pool.query<{ date: string; kind: string }>(`select to_char(${columnOf(entity, 'date')}, 'YYYY-MM-DD') as date, ${columnOf(entity, 'kind')} as kind from ${tableOf(entity)}`);
  services.clock.isWorkday = workdayCalendar(new Map(rows.map(({ date, kind }) => [date, kind === 'workday'])));
}

/** Loads the calendar again after a transaction that changed it. */
export function watchCalendar(services: Services): void {
  services.beforeCommit.push(async (ctx) => {
    if (ctx.tx?.touched.has('platform/calendar-day')) ctx.tx.afterCommit.push(() => loadCalendar(services));
  });
}
