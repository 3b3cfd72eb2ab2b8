import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** Environment variable with the settings of a plugin, as JSON or as the path of a JSON file. */
export const settingsVariable = (name: string): string => `TAMGA_PLUGIN_${name.toUpperCase().replaceAll('-', '_')}`;

/** The settings of a plugin, validated; undefined when none were given and it cannot do without. */
export function readPluginSettings(name: string, schema: Readonly<Record<string, unknown>> | undefined, env: NodeJS.ProcessEnv = process.env): unknown {
  const variable = settingsVariable(name);
  const given = env[variable];
  if (schema === undefined) {
    if (given !== undefined) throw new Error(`${variable}: this plugin has no settings`);
    return {};
  }
  const validate = new Ajv2020({ allErrors: true, useDefaults: true, strict: true }).compile({ ...schema });
  const settings = given === undefined ? {} : parse(given, variable);
  if (validate(settings)) return settings;
  if (given === undefined) return undefined;
  throw new Error(`${variable}: ${(validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath || '/'} ${message ?? ''}${'additionalProperty' in params ? ` "${String(params['additionalProperty'])}"` : ''}`).join('; ')}`);
}

function parse(text: string, variable: string): unknown {
  try {
    return JSON.parse(text.trimStart().startsWith('{') ? text : readFileSync(text, 'utf8'));
  } catch (error) {
    throw new Error(`${variable}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
