import { BpmnModdle } from 'bpmn-moddle';
import type { ModdleElement, ModdleWarning } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import tamga from '../../schemas/bpmn-extension.json' with { type: 'json' };
import { nearestId } from './moddle-element.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';

const maxCharacters = 4_000_000;

// Holds only the element types; building it costs more than reading a small file.
const moddle = new BpmnModdle({ camunda, tamga });

/** Reads the XML into moddle elements; whatever moddle would drop or couldn't resolve becomes a problem. */
export async function readXml(xml: string): Promise<{ root?: ModdleElement; problems: Problem[] }> {
  if (xml.length > maxCharacters) return { problems: [problem('bpmn.too-large', '', { limit: String(maxCharacters) })] };
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    return { root: rootElement, problems: warnings.flatMap(warningProblem) };
  } catch (error) {
    return { problems: [problem('bpmn.unreadable', '', { reason: oneLine(error instanceof Error ? error.message : String(error)) })] };
  }
}

function warningProblem({ message, element, property }: ModdleWarning): Problem[] {
  // Flow nodes may name flows that are gone: the lists are rebuilt from the flows. The drawing has no semantics.
  if (property === 'bpmn:incoming' || property === 'bpmn:outgoing') return [];
  if (element && /^(bpmndi|di|dc|bioc|color):/.test(element.$type)) return [];
  const unknown = /^unknown attribute <(.*)>$/.exec(message);
  if (unknown) return [problem('bpmn.unknown-attribute', nearestId(element), { name: unknown[1] ?? '' })];
  return [problem('bpmn.content', nearestId(element), { reason: oneLine(message) })];
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
