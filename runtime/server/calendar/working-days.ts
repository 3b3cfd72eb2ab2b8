import chineseDays from 'chinese-days';

/** Says of a day, as `2026-02-17`, whether people work. */
export type IsWorkday = (date: string) => boolean;

/**
 * Monday to Friday, with the holidays and make-up days that the State Council's office announces each year (data of the package chinese-days);
 * days that the site has entered itself go before.
 */
export function workdayCalendar(entered: ReadonlyMap<string, boolean>): IsWorkday {
  const known = new Map<string, boolean>(entered);
  return (date) => {
    let isWorkday = known.get(date);
    if (isWorkday === undefined) known.set(date, isWorkday = chineseDays.isWorkday(date));
    return isWorkday;
  };
}
