import { Client } from 'pg';
import { isCode, reasonOf } from './file-error.ts';

/** What one try to connect says about the server. */
export type Answer = 'ready' | 'starting' | 'stopping' | 'unreachable' | 'refused';

/** Connects once; only a server that is fully up answers `ready`. */
export async function ask(url: string): Promise<{ answer: Answer; reason: string }> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'tamga-supervisor' });
  // A server that dies while we ask must not end Tamga.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return { answer: 'ready', reason: '' };
  } catch (error) {
    return { answer: answerOf(error), reason: reasonOf(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

function answerOf(error: unknown): Answer {
  if (isCode(error, '57P03')) return /shutting down/.test(reasonOf(error)) ? 'stopping' : 'starting';
  // Wrong password, unknown role or database.
  if (isCode(error, '28P01', '28000', '3D000')) return 'refused';
  return 'unreachable';
}
