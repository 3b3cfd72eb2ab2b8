import { Client } from 'pg';

/** Runs the work and returns the statements it sent to PostgreSQL, in their order. */
export async function traceSql(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const send = Client.prototype.query;
  Client.prototype.query = function traced(this: Client, ...args: Parameters<typeof send>) {
    const [first] = args as unknown[];
    statements.push(typeof first === 'string' ? first : String((first as { text?: string }).text));
    return send.apply(this, args);
  } as typeof send;
  try {
    await work();
  } finally {
    Client.prototype.query = send;
  }
  return statements.map((text) => text.replace(/\s+/g, ' ').trim());
}
