/** Starts the embedded PostgreSQL of a home, or adopts the one that is running: `const { url, stop } = await startDatabase({ home, log })`. */
export { startDatabase } from './start-database.ts';
/** Options, result and steps of `startDatabase`. */
export type { RunningDatabase, StartOptions, StartStep } from './start-database.ts';
/** A start or stop that failed, with code, text and remedy in Chinese and English. */
export { DatabaseError } from './database-error.ts';
/** The codes a `DatabaseError` can have. */
export type { DatabaseErrorCode } from './database-error.ts';
