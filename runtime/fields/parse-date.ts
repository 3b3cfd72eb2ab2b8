import { DateTime } from 'luxon';
import { wrongType, type Parsed } from './field-type.ts';

/** A calendar day `YYYY-MM-DD` between the years 1 and 9999. */
export function parseDate(raw: unknown): Parsed {
  if (typeof raw !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(raw)) return wrongType;
  return DateTime.fromISO(raw, { zone: 'utc' }).isValid && raw > '0001' ? { value: raw } : wrongType;
}

/** A moment in ISO 8601 with its zone; kept as the same moment in UTC. */
export function parseDatetime(raw: unknown): Parsed {
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? wrongType : { value: raw.toISOString() };
  if (typeof raw !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):?[0-5]\d)$/.test(raw)) return wrongType;
  const moment = DateTime.fromISO(raw, { zone: 'utc' });
  // In UTC the first and last days of the calendar may fall outside of it.
  return moment.isValid && moment.year >= 1 && moment.year <= 9999 ? { value: moment.toISO() } : wrongType;
}

/** A time of day `HH:mm` or `HH:mm:ss`. */
export function parseTime(raw: unknown): Parsed {
  return typeof raw === 'string' && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(raw) ? { value: raw.length === 5 ? `${raw}:00` : raw } : wrongType;
}
