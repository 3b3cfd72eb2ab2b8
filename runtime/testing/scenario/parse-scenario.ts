import type { Scenario } from '../../../schemas/generated/types.ts';
import type { DefinitionProblem } from '../../model/source.ts';
import { loadValidator } from '../../server/load.ts';

/** A scenario, or every problem of its file. */
export interface ParsedScenario { scenario?: Scenario; problems: DefinitionProblem[] }

/** Reads a scenario; every problem is told with its place, as for any other definition. */
export async function parseScenario(file: string, text: string): Promise<ParsedScenario> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { problems: [{ file, pointer: '/', code: 'definition.syntax', message: `not readable as JSON: ${(error as Error).message}` }] };
  }
  const { validate } = await loadValidator();
  const problems = validate({ file, app: '', kind: 'scenario', name: '', content });
  return problems.length > 0 ? { problems } : { scenario: content as Scenario, problems };
}
