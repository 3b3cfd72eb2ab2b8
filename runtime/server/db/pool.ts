import { Pool, types } from 'pg';
import type { CustomTypesConfig, PoolClient } from 'pg';

/** How `createPool` may differ from its defaults. */
export interface PoolSettings {
  max?: number;
  /** Milliseconds after which PostgreSQL ends a statement. */
  statementTimeout?: number;
  applicationName?: string;
  /** Told of connections that broke; the pool replaces them by itself. */
  onError?: (error: Error) => void;
}

const { INT8, NUMERIC, DATE } = types.builtins;

/** Values as Tamga wants them: whole and decimal numbers as numbers, a date as the plain text `2026-04-10`. */
const scalars = new Map<number, (text: string) => unknown>([
  [INT8, toInteger],
  [NUMERIC, Number],
  [DATE, (text) => text],
]);

/** The same inside arrays, by the type number of the array. */
const arrays = new Map<number, (text: string) => unknown>([[1016, toInteger], [1231, Number], [1182, (text) => text]]);

/** Opens a pool whose broken connections never end the process. */
export function createPool(url: string, settings: PoolSettings = {}): Pool {
  const { max = 20, statementTimeout = 30_000, applicationName = 'tamga', onError = () => undefined } = settings;
  const pool = new Pool({
    connectionString: url,
    max,
    types: { getTypeParser },
    application_name: applicationName,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // Statements that do not wait for each other's answers share a round trip.
    pipeline: true,
    // What a connection has prepared for models of the past goes with it.
    maxLifetimeSeconds: 1800,
  });
  pool.on('error', onError);
  // A client that is checked out has no listener of the pool: without this one a killed backend would end Node.
  pool.on('connect', (client: PoolClient) => client.on('error', onError));
  return pool;
}

const textArray: number = 1009;
const parseTextArray: (text: string) => unknown = types.getTypeParser(textArray);

const getTypeParser: CustomTypesConfig['getTypeParser'] = (oid, format) => {
  if (format !== 'binary') {
    const scalar = scalars.get(oid);
    if (scalar) return scalar;
    const element = arrays.get(oid);
    if (element) return (text: string) => mapDeep(parseTextArray(text), element);
  }
  return types.getTypeParser(oid, format);
};

function mapDeep(value: unknown, convert: (text: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapDeep(item, convert));
  return typeof value === 'string' ? convert(value) : value;
}

/** A whole number beyond what Node counts exactly stays text rather than becoming another number. */
function toInteger(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}
