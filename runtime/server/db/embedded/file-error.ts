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
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
