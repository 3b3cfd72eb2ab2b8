import { DmnModdle } from 'dmn-moddle';
import type { DmnElement } from 'dmn-moddle';
import type { Aggregation, Decision, DecisionProblem, HitPolicy, Rule } from './decision.ts';
import { unaryTests } from './unary-tests.ts';

const moddle = new DmnModdle();
const maxCharacters = 4_000_000;
const policies: readonly HitPolicy[] = ['UNIQUE', 'FIRST', 'ANY', 'COLLECT', 'RULE ORDER'];
const aggregations: readonly Aggregation[] = ['SUM', 'MIN', 'MAX', 'COUNT'];

/** Compiles the decisions of a DMN file; what can't be decided is a problem. */
export async function parseDecisions(xml: string): Promise<{ decisions: Decision[]; problems: DecisionProblem[] }> {
  const problems: DecisionProblem[] = [];
  if (xml.length > maxCharacters) return { decisions: [], problems: [{ code: 'dmn.too-large', elementId: '', message: `the file has more than ${maxCharacters} characters` }] };
  let root: DmnElement;
  try {
    const read = await moddle.fromXML(xml, 'dmn:Definitions');
    root = read.rootElement;
    for (const { message } of read.warnings) problems.push({ code: 'dmn.content', elementId: '', message: message.replace(/\s+/g, ' ').trim() });
  } catch (error) {
    return { decisions: [], problems: [{ code: 'dmn.unreadable', elementId: '', message: error instanceof Error ? error.message.replace(/\s+/g, ' ').trim() : String(error) }] };
  }
  const elements = listOf(root, 'drgElement');
  for (const element of elements) {
    if (!known.has(element.$type)) problems.push({ code: 'dmn.unsupported', elementId: element.id ?? '', message: `${element.$type.replace('dmn:', '')} is not supported` });
  }
  const decisions = elements.filter(({ $type }) => $type === 'dmn:Decision').flatMap((element) => readDecision(element, problems));
  if (decisions.length === 0 && problems.length === 0) problems.push({ code: 'dmn.no-decision', elementId: '', message: 'the file contains no decision' });
  for (const { id, requires } of decisions) for (const other of requires) if (!decisions.some((decision) => decision.id === other)) problems.push({ code: 'dmn.unknown-decision', elementId: id, message: `the required decision ${other} is not in the file` });
  for (const { id } of decisions) if (requiresItself(decisions, id)) problems.push({ code: 'dmn.circle', elementId: id, message: 'the decision requires itself' });
  return { decisions, problems };
}

const known = new Set(['dmn:Decision', 'dmn:InputData', 'dmn:KnowledgeSource']);

function readDecision(element: DmnElement, problems: DecisionProblem[]): Decision[] {
  const id = element.id ?? '';
  const logic = element.get('decisionLogic');
  const requires = listOf(element, 'informationRequirement').flatMap((requirement) => {
    const decision = requirement.get('requiredDecision');
    return isElement(decision) ? [String(decision.get('href')).replace(/^.*#/, '')] : [];
  });
  const variable = element.get('variable');
  const shared = { id, name: element.name ?? id, variable: nameOf(isElement(variable) ? variable.name ?? id : id), requires };
  if (isElement(logic) && logic.$type === 'dmn:LiteralExpression') return [{ ...shared, logic: { kind: 'literal', text: feelOf(logic, id, problems) } }];
  if (isElement(logic) && logic.$type === 'dmn:DecisionTable') return [{ ...shared, logic: readTable(logic, id, problems) }];
  problems.push({ code: 'dmn.unsupported', elementId: id, message: isElement(logic) ? `${logic.$type.replace('dmn:', '')} is not supported` : 'the decision has no logic' });
  return [];
}

function readTable(table: DmnElement, id: string, problems: DecisionProblem[]): Decision['logic'] {
  const policy = String(table.get('hitPolicy') ?? 'UNIQUE');
  const hitPolicy = policies.find((each) => each === policy);
  const aggregationText = table.get('aggregation');
  const aggregation = aggregations.find((each) => each === aggregationText);
  if (hitPolicy === undefined) problems.push({ code: 'dmn.hit-policy', elementId: id, message: `hit policy ${policy} is not supported; one of ${policies.join(', ')}` });
  if (aggregationText !== undefined && (aggregation === undefined || hitPolicy !== 'COLLECT')) problems.push({ code: 'dmn.hit-policy', elementId: id, message: 'an aggregation (SUM, MIN, MAX, COUNT) belongs to COLLECT' });
  const inputs = listOf(table, 'input').map((input) => {
    const expression = input.get('inputExpression');
    return isElement(expression) ? feelOf(expression, input.id ?? id, problems) : 'null';
  });
  const outputs = listOf(table, 'output').map((output, index) => output.name ?? (index === 0 ? 'result' : `result${index + 1}`));
  if (outputs.length === 0) problems.push({ code: 'dmn.no-output', elementId: id, message: 'the table has no output' });
  if (aggregation !== undefined && outputs.length > 1) problems.push({ code: 'dmn.hit-policy', elementId: id, message: 'an aggregation needs a single output' });
  const rules = listOf(table, 'rule').map((rule): Rule => {
    const cells = listOf(rule, 'inputEntry').map((cell) => feelOf(cell, rule.id ?? id, problems, true));
    const results = listOf(rule, 'outputEntry').map((cell) => feelOf(cell, rule.id ?? id, problems, true));
    if (cells.length !== inputs.length || results.length !== outputs.length) problems.push({ code: 'dmn.rule', elementId: rule.id ?? id, message: 'the rule has not one cell for each input and output' });
    const tests = inputs.map((input, index) => unaryTests(input, cells[index] ?? '-')).filter((test) => test !== 'true');
    return { when: tests.length === 0 ? 'true' : tests.join(' and '), outputs: Object.fromEntries(outputs.map((name, index) => [name, (results[index] ?? '') || 'null'])) };
  });
  return { kind: 'table', hitPolicy: hitPolicy ?? 'UNIQUE', ...(aggregation ? { aggregation } : {}), outputs, rules };
}

/** The FEEL text of an expression; another language is a problem. */
function feelOf(expression: DmnElement, elementId: string, problems: DecisionProblem[], mayBeEmpty = false): string {
  const language = expression.get('expressionLanguage');
  if (typeof language === 'string' && !/feel/i.test(language)) problems.push({ code: 'dmn.language', elementId, message: `language ${language} is not supported; write FEEL` });
  const text = String(expression.get('text') ?? '').trim();
  if (text === '' && !mayBeEmpty) problems.push({ code: 'dmn.empty', elementId, message: 'the expression is empty' });
  return text;
}

function requiresItself(decisions: readonly Decision[], id: string): boolean {
  const open = [...decisions.find((decision) => decision.id === id)?.requires ?? []];
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...decisions.find((decision) => decision.id === next)?.requires ?? []);
  }
  return false;
}

const nameOf = (text: string): string => text.trim().replace(/[^\p{L}\p{N}_]+/gu, '_');

function listOf(element: DmnElement, name: string): DmnElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

function isElement(value: unknown): value is DmnElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
