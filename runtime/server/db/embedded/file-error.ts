import { DatabaseError } from './database-error.ts';

/** Runs a file operation in the home and turns the system's refusal into the error an operator understands. */
export async function inHome<T>(home: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    if (isCode(error, 'ENOSPC', 'EDQUOT')) throw new DatabaseError('database.disk-full', { directory: home }, error);
    throw new DatabaseError('database.home-not-writable', { home, reason: reasonOf(error) }, error);
  }
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  // By shape: an error of Node itself is no `Error` of the context that a test runs in.
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}

export function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
