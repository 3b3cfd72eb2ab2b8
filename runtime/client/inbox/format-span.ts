import { t } from '../texts.ts';

/** A span of time in its two largest useful units: `2 天 3 小时`. */
export function formatSpan(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return hours % 24 === 0 ? t('span.days', { days }) : `${t('span.days', { days })} ${t('span.hours', { hours: hours % 24 })}`;
  if (hours > 0) return minutes % 60 === 0 ? t('span.hours', { hours }) : `${t('span.hours', { hours })} ${t('span.minutes', { minutes: minutes % 60 })}`;
  return minutes === 0 ? t('span.now') : t('span.minutes', { minutes });
}
