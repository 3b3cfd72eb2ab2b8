import type { ConditionScope } from '../../bpmn/index.ts';
import { decideAll, parseDecisions, textsOf, type Decision } from '../../dmn/index.ts';
import { parse, type Expression } from '../../expressions/index.ts';
import { freeNames, processScope } from '../../model/link/link-process.ts';
import { noEntity } from '../../model/no-entity.ts';
import type { Context } from '../context.ts';
import type { CompiledProcess } from './compiled-process.ts';
import { evaluateExpression, type ProcessRun } from './process-run.ts';

/** The results of a decision over what the process knows, one context for each rule that counts. */
export async function decide(run: ProcessRun, id: string, scope: ConditionScope): Promise<Record<string, unknown>[]> {
  const decisions = await decisionsWith(run.ctx, id);
  if (!decisions) throw new Error(`there is no decision ${id}`);
  const expressions = expressionsFor(run.compiled, decisions, id);
  return decideAll(decisions, id, (text, known) => {
    const expression = expressions.get(text);
    if (!expression) throw new Error(`\`${text}\` can't be read`);
    return evaluateExpression(run, expression, { ...scope, variables: { ...scope.variables, ...known } });
  });
}

/** The file that holds a decision: of the definitions, else the one deployed last. */
async function decisionsWith(ctx: Context, id: string): Promise<readonly Decision[] | undefined> {
  const file = ctx.model.decisions.get(id);
  if (file) return file.decisions;
  const { rows: [stored] } = await ctx.db.query<{ xml: string }>('select xml from tamga.decision_definition where key = $1 order by version desc limit 1', [id]);
  return stored && (await parseDecisions(stored.xml)).decisions;
}

const parsed = new WeakMap<CompiledProcess, Map<string, { of: readonly Decision[]; expressions: Map<string, Expression> }>>();

function expressionsFor(compiled: CompiledProcess, decisions: readonly Decision[], id: string): Map<string, Expression> {
  let known = parsed.get(compiled);
  if (!known) parsed.set(compiled, known = new Map());
  const before = known.get(id);
  if (before?.of === decisions) return before.expressions;
  const texts = textsOf(decisions, id).map(({ text }) => text);
  const variables = { ...(compiled.entity === noEntity ? freeNames(texts) : {}), ...processScope(compiled.process, compiled.entity), ...Object.fromEntries(decisions.map(({ variable }) => [variable, { kind: 'any' as const }])) };
  const expressions = new Map<string, Expression>();
  for (const text of texts) {
    const { expression } = parse(text, { variables });
    if (expression) expressions.set(text, expression);
  }
  known.set(id, { of: decisions, expressions });
  return expressions;
}
