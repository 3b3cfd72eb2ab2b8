import type { Aggregation, Decision, Rule } from './decision.ts';

/** Gives the value of a FEEL text over the variables and what required decisions gave. */
export type Evaluate = (text: string, known: Readonly<Record<string, unknown>>) => Promise<unknown>;

type Results = Record<string, unknown>[];

/** The results of a decision, one context for each rule that counts; throws where the hit policy is broken. */
export async function decideAll(decisions: readonly Decision[], id: string, evaluate: Evaluate): Promise<Results> {
  const decision = decisions.find((each) => each.id === id);
  if (!decision) throw new Error(`there is no decision ${id}`);
  const known: Record<string, unknown> = {};
  for (const other of decision.requires) {
    const required = decisions.find((each) => each.id === other);
    if (required) known[required.variable] = asValue(await decideAll(decisions, other, evaluate));
  }
  const { logic } = decision;
  if (logic.kind === 'literal') return [{ [decision.variable]: await evaluate(logic.text, known) }];
  const matching: Rule[] = [];
  for (const rule of logic.rules) {
    if (await evaluate(rule.when, known) !== true) continue;
    matching.push(rule);
    if (logic.hitPolicy === 'FIRST') break;
  }
  if (logic.hitPolicy === 'UNIQUE' && matching.length > 1) throw new Error(`${matching.length} rules match where one may`);
  const results: Results = [];
  for (const rule of matching) {
    const result: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(rule.outputs)) result[name] = await evaluate(text, known);
    results.push(result);
  }
  if (logic.hitPolicy === 'ANY') {
    if (new Set(results.map((result) => JSON.stringify(result))).size > 1) throw new Error('the rules that match give different results');
    return results.slice(0, 1);
  }
  if (logic.aggregation === undefined) return results;
  const name = logic.outputs[0] ?? 'result';
  return [{ [name]: aggregate(logic.aggregation, results.map((result) => result[name])) }];
}

function aggregate(how: Aggregation, values: readonly unknown[]): number | null {
  if (how === 'COUNT') return values.length;
  const numbers = values.map((value) => {
    if (typeof value !== 'number') throw new Error(`${how} needs numbers`);
    return value;
  });
  if (numbers.length === 0) return null;
  return how === 'SUM' ? numbers.reduce((sum, each) => sum + each, 0) : how === 'MIN' ? Math.min(...numbers) : Math.max(...numbers);
}

/** One value of one rule by itself, one rule as its context, several as a list. */
function asValue(results: Results): unknown {
  const values = results.map((result) => (Object.keys(result).length === 1 ? Object.values(result)[0] : result));
  return values.length > 1 ? values : values[0] ?? null;
}

/** Every FEEL text of a decision and of those it requires, with the names they may read besides the variables. */
export function textsOf(decisions: readonly Decision[], id: string): { elementId: string; text: string; expects: 'boolean' | 'any' }[] {
  const decision = decisions.find((each) => each.id === id);
  if (!decision) return [];
  const { logic } = decision;
  const own = logic.kind === 'literal' ? [{ elementId: id, text: logic.text, expects: 'any' as const }]
    : logic.rules.flatMap(({ when, outputs }) => [{ elementId: id, text: when, expects: 'boolean' as const }, ...Object.values(outputs).map((text) => ({ elementId: id, text, expects: 'any' as const }))]);
  return [...decision.requires.flatMap((other) => textsOf(decisions, other)), ...own];
}
