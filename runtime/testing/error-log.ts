import { pino } from 'pino';
import type { Logger } from 'pino';

/** A log that keeps only errors, so that a failed test can tell what went wrong inside the server. */
export function errorLog(): { log: Logger; errors: string[] } {
  const errors: string[] = [];
  const write = (line: string): void => {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { stack?: string; message?: string } };
    errors.push([msg, err?.stack ?? err?.message].filter(Boolean).join('\n'));
  };
  return { log: pino({ level: 'error' }, { write }), errors };
}
