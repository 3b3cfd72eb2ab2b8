import { advance, type Effect, type Event, type State } from '../../bpmn/index.ts';
import { evaluateText, type ProcessRun } from './process-run.ts';
import { decide } from './decide.ts';
import { signersOf } from './signers.ts';

interface Question { key: string; ask: (run: ProcessRun) => Promise<unknown> }
type Answer = { value: unknown } | { error: Error };

/**
 * Advances the pure interpreter, whose questions must be answered at once, over records that are read as they are needed:
 * a question not answered yet is noted, answered from the database, and the same step is taken again.
 */
export async function advanceInstance(run: ProcessRun, event: Event): Promise<{ state: State; effects: Effect[] }> {
  const answers = new Map<string, Answer>();
  for (;;) {
    const open: Question[] = [];
    const answer = (parts: readonly unknown[], ask: Question['ask']): unknown => {
      const key = JSON.stringify(parts);
      const known = answers.get(key);
      if (!known) {
        open.push({ key, ask });
        throw new Unanswered();
      }
      if ('error' in known) throw known.error;
      return known.value;
    };
    let step: ReturnType<typeof advance> | undefined;
    try {
      step = advance(run.compiled.process, run.state, event, {
        evaluate: (text, _elementId, scope) => answer([text, scope], (at) => evaluateText(at, text, scope)),
        signers: (nodeId) => answer(['signers', nodeId], (at) => signersOf(at, nodeId)) as string[],
        decide: (decision, _elementId, scope) => answer(['decide', decision, scope], (at) => decide(at, decision, scope)) as Record<string, unknown>[],
      }, { called: run.instance.parentId !== null });
    } catch (error) {
      if (!(error instanceof Unanswered) && open.length === 0) throw error;
    }
    if (step && open.length === 0) return step;
    for (const question of open) answers.set(question.key, await answerOf(run, question));
  }
}

/** Thrown into the interpreter by a question that must be answered first. */
class Unanswered extends Error {}

async function answerOf(run: ProcessRun, { ask }: Question): Promise<Answer> {
  try {
    return { value: await ask(run) };
  } catch (error) {
    // A broken connection is nobody's condition.
    if (error instanceof Error && !('severity' in error)) return { error };
    throw error;
  }
}
