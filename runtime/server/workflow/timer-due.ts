import { DateTime, Duration } from 'luxon';
import type { Clock } from '../../expressions/index.ts';
import { addWorkdays } from '../calendar/index.ts';

/** When a timer fires, and the cycle that is left after that. */
export interface Due { at: Date; repeat: string | null }

/** Reads a timer's text (`P3D`, `2026-05-01T09:00`, `R3/PT1H`) against the clock; undefined when it says nothing usable. With `workingDays`, the days of a duration are working days. */
export function timerDue(kind: 'duration' | 'date' | 'cycle', text: string, clock: Clock, workingDays = false): Due | undefined {
  const now = DateTime.fromJSDate(clock.now(), { zone: clock.zone });
  if (kind === 'date') {
    const at = DateTime.fromISO(text, { zone: clock.zone });
    return at.isValid ? { at: at.toJSDate(), repeat: null } : undefined;
  }
  if (kind === 'duration') {
    const duration = Duration.fromISO(text);
    if (!duration.isValid) return undefined;
    if (!workingDays) return { at: now.plus(duration).toJSDate(), repeat: null };
    const { days, weeks } = duration;
    const rest = duration.minus({ days, weeks });
    // A week of work has five days.
    return { at: DateTime.fromJSDate(addWorkdays(clock.now(), days + 5 * weeks, clock), { zone: clock.zone }).plus(rest).toJSDate(), repeat: null };
  }
  const cycle = readCycle(text, clock.zone);
  if (!cycle || cycle.times === 0) return undefined;
  const first = cycle.start ?? now.plus(cycle.period);
  return { at: first.toJSDate(), repeat: leftOf(cycle) };
}

/** The next moment of a cycle after it fired; rounds that a long pause swallowed are left out, not made up for. */
export function nextDue(repeat: string, last: Date, clock: Clock): Due | undefined {
  const cycle = readCycle(repeat, clock.zone);
  if (!cycle || cycle.times === 0) return undefined;
  const now = clock.now().getTime();
  let at = DateTime.fromJSDate(last, { zone: clock.zone }).plus(cycle.period);
  while (at.toMillis() <= now) {
    // Months differ in length: come near in big steps, never beyond.
    const rounds = Math.max(1, Math.floor(0.9 * (now - at.toMillis()) / cycle.period.toMillis()));
    at = at.plus(cycle.period.mapUnits((amount) => amount * rounds));
  }
  return { at: at.toJSDate(), repeat: leftOf(cycle) };
}

interface Cycle { times: number; start: DateTime | undefined; period: Duration }

function readCycle(text: string, zone: string): Cycle | undefined {
  const [rounds = '', ...rest] = text.split('/');
  const period = Duration.fromISO(rest.at(-1) ?? '');
  const start = rest.length > 1 ? DateTime.fromISO(rest[0]!, { zone }) : undefined;
  if (!/^R\d*$/.test(rounds) || !period.isValid || period.toMillis() <= 0 || start?.isValid === false) return undefined;
  return { times: rounds === 'R' ? Infinity : Number(rounds.slice(1)), start, period };
}

function leftOf({ times, period }: Cycle): string | null {
  if (times === Infinity) return `R/${period.toISO()}`;
  return times > 1 ? `R${times - 1}/${period.toISO()}` : null;
}
