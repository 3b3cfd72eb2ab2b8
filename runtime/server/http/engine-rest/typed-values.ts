import { DateTime } from 'luxon';
import { v7 } from 'uuid';
import type { Variable, Variables, VariableType } from '../../../bpmn/index.ts';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';

/** A variable as Camunda's interface writes it. */
export interface TypedValue { value: unknown; type: string; valueInfo: Record<string, unknown> }

interface Given { value?: unknown; type?: string; valueInfo?: Record<string, unknown> | null }

/** What is kept of a file in the state; its bytes lie in a row. */
export interface FileValue { id: string; filename: string; mimetype?: string; encoding?: string }

const dateFormat = "yyyy-MM-dd'T'HH:mm:ss.SSSZZZ";
const maxText = 1_000_000;

/** Reads the variables of a request; the bytes of files are stored, `instanceId` may be known later. */
export async function readVariables(ctx: Context, given: unknown, instanceId: string | null): Promise<Variables | undefined> {
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'object' || Array.isArray(given)) throw bad('variables is not an object');
  const variables: Record<string, Variable> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === '' || name.length > 255) throw bad('the name of a variable has 1 to 255 characters');
    variables[name] = await readVariable(ctx, name, value as Given, instanceId);
  }
  return variables;
}

async function readVariable(ctx: Context, name: string, given: Given, instanceId: string | null): Promise<Variable> {
  if (typeof given !== 'object' || given === null) throw bad(`${name} is not an object with value and type`);
  const { value = null, type, valueInfo } = given;
  const wanted = (type ?? guessed(value)).toLowerCase();
  if (wanted === 'file' || wanted === 'bytes') return readFile(ctx, name, wanted, value, valueInfo ?? {}, instanceId);
  if (value === null) return { type: wanted === 'null' ? 'null' : typeFor(wanted, name), value: null };
  const read = readers[wanted];
  const result = read?.(value);
  if (read === undefined) throw bad(`Unsupported value type '${type ?? wanted}' of ${name}`);
  if (result === undefined) throw bad(`Cannot convert the value of ${name} to type ${type ?? wanted}`);
  if (typeof result === 'string' && result.length > maxText) throw bad(`${name} is too long`);
  return { type: typeFor(wanted, name), value: result };
}

const whole = (from: number, to: number) => (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= from && number <= to ? number : undefined;
};

const readers: Readonly<Record<string, (value: unknown) => unknown>> = {
  string: (value) => (typeof value === 'string' ? value : undefined),
  boolean: (value) => (typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : undefined),
  short: whole(-(2 ** 15), 2 ** 15 - 1), integer: whole(-(2 ** 31), 2 ** 31 - 1), long: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  double: (value) => { const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value; return typeof number === 'number' && Number.isFinite(number) ? number : undefined; },
  date: readDate, json: readJson, object: readJson,
  null: () => null,
};

function typeFor(name: string, variable: string): VariableType {
  const types: Readonly<Record<string, VariableType>> = { string: 'string', boolean: 'boolean', short: 'integer', integer: 'integer', long: 'long', double: 'double', date: 'date', json: 'json', object: 'json', file: 'file', bytes: 'bytes', null: 'null' };
  const type = types[name];
  if (type === undefined) throw bad(`Unsupported value type '${name}' of ${variable}`);
  return type;
}

function guessed(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value;
  if (typeof value === 'number') return !Number.isInteger(value) ? 'double' : Math.abs(value) < 2 ** 31 ? 'integer' : 'long';
  return 'json';
}

function readDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const date = DateTime.fromFormat(value, dateFormat, { setZone: true });
  const read = date.isValid ? date : DateTime.fromISO(value, { setZone: true });
  return read.isValid ? read.toUTC().toISO() : undefined;
}

function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

async function readFile(ctx: Context, name: string, type: 'file' | 'bytes', value: unknown, info: Record<string, unknown>, instanceId: string | null): Promise<Variable> {
  if (value !== null && typeof value !== 'string') throw bad(`${name}: the value of a file is base64 text`);
  const text = (value ?? '').replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw bad(`${name}: the value of a file is base64 text`);
  const { filename, mimetype, mimeType, encoding } = info;
  if (type === 'file' && (typeof filename !== 'string' || filename === '')) throw bad(`${name}: a file needs valueInfo.filename`);
  const id = v7();
  await ctx.db.query('insert into tamga.variable_bytes (id, instance_id, bytes) values ($1, $2, $3)', [id, instanceId ?? id, Buffer.from(text, 'base64')]);
  const mime = typeof mimetype === 'string' ? mimetype : mimeType;
  const kept: FileValue = { id, filename: typeof filename === 'string' ? filename : name, ...(typeof mime === 'string' ? { mimetype: mime } : {}), ...(typeof encoding === 'string' ? { encoding } : {}) };
  return { type, value: kept };
}

/** Variables as an answer writes them; files without their bytes. */
export function typedValues(ctx: Context, variables: Variables, only?: readonly string[] | null): Record<string, TypedValue> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !only || only.includes(name)).map(([name, variable]) => [name, typedValue(ctx, variable)]));
}

export function typedValue(ctx: Context, { type, value }: Variable): TypedValue {
  const name = type.charAt(0).toUpperCase() + type.slice(1);
  if (type === 'json') return { value: JSON.stringify(value), type: 'Json', valueInfo: {} };
  if (type === 'date') return { value: value === null ? null : dateText(ctx, new Date(String(value))), type: 'Date', valueInfo: {} };
  if (type === 'file' || type === 'bytes') {
    const { filename, mimetype, encoding } = value as FileValue;
    return { value: null, type: name, valueInfo: type === 'file' ? { filename, ...(mimetype ? { mimetype } : {}), ...(encoding ? { encoding } : {}) } : {} };
  }
  return { value, type: name, valueInfo: {} };
}

/** A moment as Camunda writes it: `2026-01-02T03:04:05.678+0000`, here in the server's zone. */
export function dateText({ services: { clock } }: Context, date: Date): string;
export function dateText({ services: { clock } }: Context, date: Date | null): string | null;
export function dateText({ services: { clock } }: Context, date: Date | null): string | null {
  return date && DateTime.fromJSDate(date, { zone: clock.zone }).toFormat(dateFormat);
}

/** Values to compare variables with. */
export function plainValues(given: unknown): Record<string, unknown> {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object' || Array.isArray(given)) throw bad('not an object of variables');
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typeof value === 'object' && value !== null && 'value' in value ? value.value : value]));
}

export function bad(reason: string): Error {
  return problem('engine.bad-request', { reason });
}
