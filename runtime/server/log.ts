import { pino } from 'pino';
import type { Logger } from 'pino';

const secret = ['password', 'token', 'authorization', 'cookie', 'otp', 'hash'];

/** The server's log: JSON lines, what must stay secret left out. */
export function createLog(level = 'info'): Logger {
  const paths = secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, base: null, redact: { paths: [...paths, 'req.headers["set-cookie"]', 'err.parameters'], censor: '…' } });
}
