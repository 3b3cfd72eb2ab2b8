import type { Mutant, MutantClass, MutateKind } from './mutant.ts';
import type { Source } from '../../runtime/model/source.ts';

/** Flow conditions and task rules, changed in the text of the BPMN so that all else stays as it is. */
export const mutateProcess: MutateKind = (source) => {
  const xml = String(source.content);
  return [...flowMutants(source, xml), ...taskMutants(source, xml)];
};

function flowMutants(source: Source, xml: string): Mutant[] {
  return [...xml.matchAll(flowWithCondition)].map(({ index, 0: whole, 1: head, 2: id, 3: tail }) => (
    mutant(source, 'flow-condition', id!, 'condition always true', spliced(xml, index, whole.length, `${head}true${tail}`))));
}

// A flow's opening tag that does not close itself, then its condition before the flow's end.
const flowWithCondition = /(<(?:\w+:)?sequenceFlow\b[^>]*\bid="([^"]+)"[^>]*(?<!\/)>(?:(?!<\/(?:\w+:)?sequenceFlow>)[\s\S])*?<(?:\w+:)?conditionExpression\b[^>]*>)[\s\S]*?(<\/(?:\w+:)?conditionExpression>)/g;

const attributes: { pattern: RegExp; becomes: string; what: string; kind: MutantClass }[] = [
  { pattern: / tamga:scope="[^"]*"/, becomes: '', what: 'candidates of every scope', kind: 'task-rule' },
  { pattern: / opinion="required"/, becomes: ' opinion="optional"', what: 'opinion not required', kind: 'task-rule' },
  { pattern: / requires="[^"]*"/, becomes: '', what: 'nothing required for the outcome', kind: 'task-rule' },
];

function taskMutants(source: Source, xml: string): Mutant[] {
  return [...xml.matchAll(/<(?:\w+:)?userTask\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?userTask>)/g)].flatMap(({ index, 0: task }) => {
    const id = /\bid="([^"]+)"/.exec(task)![1]!;
    const own = /^<(?:\w+:)?userTask\b[^>]*>/.exec(task)![0];
    const found = attributes.flatMap(({ pattern, becomes, what, kind }) => [...task.matchAll(new RegExp(pattern, 'g'))]
      .map((match) => mutant(source, kind, id, what, spliced(xml, index + match.index, match[0].length, becomes))));
    if (!own.includes('camunda:candidateGroups=') || own.includes('tamga:notApplicant="false"')) return found;
    const open = own.replace(/ tamga:notApplicant="true"/, '').replace(/\/?>$/, (end) => ` tamga:notApplicant="false"${end}`);
    return [...found, mutant(source, 'task-rule', id, 'the applicant may approve', spliced(xml, index, own.length, open))];
  });
}

function spliced(text: string, at: number, length: number, becomes: string): string {
  return text.slice(0, at) + becomes + text.slice(at + length);
}

function mutant(source: Source, kind: MutantClass, id: string, what: string, xml: string): Mutant {
  return { class: kind, pointer: `#${id}`, what, source: { ...source, content: xml } };
}
