/** The same time of day so many working days later: `addWorkdays(from, 3, services.clock)`. */
export { addWorkdays } from './add-workdays.ts';
/** Keeps the clock's calendar as the site enters it. */
export { loadCalendar, watchCalendar } from './watch-calendar.ts';
/** Working days of China with days that the site has entered. */
export { workdayCalendar } from './working-days.ts';
