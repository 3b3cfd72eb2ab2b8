/** A time as people type it (9:05, 0905, 9点5分, 9：05) → `HH:mm`, or null. */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})[:：.点](\d{1,2})(?:分|:\d{2})?$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const [, hour = '', minute = ''] = match;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : null;
}
