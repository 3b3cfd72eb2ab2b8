import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of one test's own. */
export interface TestDatabase { url: string; drop(): Promise<void> }

/** Copies of databases that were made once; a copy takes a fraction of what making one does. */
export interface TemplateDatabases {
  /** A fresh copy of the template `key`; `make` fills the template the first time. */
  copy(key: string, make: (url: string) => Promise<void>): Promise<TestDatabase>;
  close(): Promise<void>;
}

/** Opens a store of templates on the server of `url`, whose role may create databases. */
export function openTemplates(url: string): TemplateDatabases {
  const own = `tamga_test_${process.pid}_${randomBytes(3).toString('hex')}`;
  const templates = new Map<string, Promise<string>>();
  const spares = new Map<string, Promise<string>>();
  const names = new Set<string>();
  let count = 0;

  const create = async (name: string, from?: string): Promise<string> => {
    names.add(name);
    await onServer(url, `create database "${name}"${from ? ` template "${from}"` : ''}`);
    return name;
  };
  const drop = async (name: string): Promise<void> => {
    // Force ends sessions that linger, but may not end an autovacuum worker, which is the superuser's; without force PostgreSQL sends that away itself.
    await onServer(url, `drop database if exists "${name}" with (force)`).catch(async (error: unknown) => {
      if ((error as { code?: string }).code !== '42501') throw error;
      await onServer(url, `drop database if exists "${name}"`);
    });
    names.delete(name);
  };
  const makeTemplate = async (key: string, make: (url: string) => Promise<void>): Promise<string> => {
    const name = await create(`${own}_t${createHash('sha256').update(key).digest('hex').slice(0, 8)}`);
    await make(urlOf(url, name));
    return name;
  };
  const makeCopy = (template: string): Promise<string> => {
    count += 1;
    return create(`${own}_${count}`, template);
  };

  return {
    async copy(key, make) {
      if (!templates.has(key)) templates.set(key, makeTemplate(key, make));
      const template = await templates.get(key)!;
      const taken = spares.get(key) ?? makeCopy(template);
      // The next copy is made while this one is being used.
      const next = makeCopy(template);
      next.catch(() => undefined);
      spares.set(key, next);
      const name = await taken;
      return { url: urlOf(url, name), drop: () => drop(name) };
    },
    async close() {
      await Promise.allSettled([...templates.values(), ...spares.values()]);
      for (const name of names) await drop(name);
    },
  };
}

function urlOf(url: string, database: string): string {
  const result = new URL(url);
  result.pathname = `/${database}`;
  return result.href;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
