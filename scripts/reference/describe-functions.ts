import { createFunctions } from '../../runtime/expressions/index.ts';
import type { FeelType, FunctionDefinition } from '../../runtime/expressions/index.ts';

/** Every FEEL function as a table by group, each with the example that a test proves. */
export function describeFunctions(): string {
  const functions = [...createFunctions().values()];
  const groups = [...new Set(functions.map(({ group }) => group))];
  return ['## FEEL functions', 'What an expression may call. What FEEL means here stands in [runtime/expressions](../../runtime/expressions/README.md).', ...groups.map((group) => {
    const rows = functions.filter((each) => each.group === group).map((each) => `| \`${signature(each)}\` | ${escape(each.doc.en)} | ${escape(each.doc.zh)} | \`${escape(each.example)}\` |`);
    return [`### FEEL: ${group}`, '', '| function | meaning | 含义 | example that is true |', '| --- | --- | --- | --- |', ...rows].join('\n');
  })].join('\n\n');
}

function signature({ name, parameters }: FunctionDefinition): string {
  const shown = parameters.map((each) => `${each.name}: ${escape([each.type].flat().map((type) => nameOf(type as FeelType)).join(' or '))}${each.optional ? '?' : ''}${each.rest || each.restOrList ? ', …' : ''}`);
  return `${name}(${shown.join(', ')})`;
}

function nameOf(type: FeelType): string {
  return type.kind === 'string' ? 'text' : type.kind;
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|');
}
