import { v7 } from 'uuid';
import { entityOf } from '../../model/model.ts';
import type { Services } from '../context.ts';
import { columnOf, tableOf } from '../db/quoted-names.ts';
import { parameters, type Parameter, type ParameterCode } from './parameters.ts';

/** Milliseconds of real time that values are believed without a look at the database; changes are told at once. */
const freshFor = 10_000;
const known = new WeakMap<Services, { at: number; values: Promise<Map<string, string>> }>();

/** The value of a whole-number parameter in force. */
export async function numberSetting(services: Services, code: ParameterCode): Promise<number> {
  return Number(await setting(services, code));
}

/** The value of a parameter in force; that of the code where no row tells another. */
export async function setting(services: Services, code: ParameterCode): Promise<string> {
  const found = known.get(services);
  if (found && Date.now() - found.at < freshFor) return (await found.values).get(code) ?? builtIn(services, code);
  const values = load(services);
  known.set(services, { at: Date.now(), values });
  values.catch(() => known.delete(services));
  return (await values).get(code) ?? builtIn(services, code);
}

/** Forgets the values; the next question reads them anew. */
export function forgetSettings(services: Services): void {
  known.delete(services);
}

function builtIn(services: Services, code: ParameterCode): string {
  const parameter: Parameter = parameters[code];
  return services.demo ? parameter.demo ?? parameter.value : parameter.value;
}

async function load(services: Services): Promise<Map<string, string>> {
  const entity = entityOf(services.current(), 'platform/parameter');
  const { rows } = await services.pool.query<{ code: string; value: string }>(`select ${columnOf(entity, 'code')} as code, ${columnOf(entity, 'currentValue')} as value from ${tableOf(entity)}`);
  return new Map(rows.map(({ code, value }) => [code, value]));
}

/** Gives every parameter of the server its row; values that people have set stay. */
export async function storeParameters(services: Services): Promise<void> {
  const entity = entityOf(services.current(), 'platform/parameter');
  const names = ['code', 'name', 'group', 'type', 'currentValue', 'initialValue', 'min', 'max', 'options', 'range', 'builtIn'];
  for (const [code, parameter] of Object.entries<Parameter>(parameters)) {
    const value = services.demo ? parameter.demo ?? parameter.value : parameter.value;
    const range = parameter.options?.join('、') ?? `${parameter.min}–${parameter.max}`;
    await services.pool.query(
      `insert into ${tableOf(entity)} (id, version, created_at, updated_at, ${names.map((name) => columnOf(entity, name)).join(', ')})
       values ($1, 1, $2, $2, ${names.map((_, i) => `$${i + 3}`).join(', ')}) on conflict (${columnOf(entity, 'code')}) do nothing`,
      [v7(), services.clock.now(), code, parameter.label.zh, parameter.group, parameter.type, value, value, parameter.min ?? null, parameter.max ?? null, parameter.options?.join(';') ?? null, range, true]);
  }
}
