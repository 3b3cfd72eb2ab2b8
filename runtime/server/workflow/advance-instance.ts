import { advance, type ConditionScope, type Effect, type Event, type State } from '../../bpmn/index.ts';
import { evaluateText, type ProcessRun } from './process-run.ts';

interface Question { key: string; text: string; scope: ConditionScope }
type Answer = { value: unknown } | { error: Error };

/**
 * Advances the pure interpreter, whose conditions must be answered at once, over records that are read as they are needed:
 * a condition not answered yet is noted, answered from the database, and the same step is taken again.
 */
export async function advanceInstance(run: ProcessRun, event: Event): Promise<{ state: State; effects: Effect[] }> {
  const answers = new Map<string, Answer>();
  for (;;) {
    const open: Question[] = [];
    const step = advance(run.compiled.process, run.state, event, {
      evaluate(text, _elementId, scope) {
        const key = JSON.stringify([text, scope]);
        const answer = answers.get(key);
        if (!answer) {
          open.push({ key, text, scope });
          return undefined;
        }
        if ('error' in answer) throw answer.error;
        return answer.value;
      },
    });
    if (open.length === 0) return step;
    for (const question of open) answers.set(question.key, await answerOf(run, question));
  }
}

async function answerOf(run: ProcessRun, { text, scope }: Question): Promise<Answer> {
  try {
    return { value: await evaluateText(run, text, scope) };
  } catch (error) {
    // A broken connection is nobody's condition.
    if (error instanceof Error && !('severity' in error)) return { error };
    throw error;
  }
}
