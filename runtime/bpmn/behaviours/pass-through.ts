import type { Behaviour } from '../behaviour.ts';
import { leave } from '../leave.ts';

/** Undefined task: nothing to do. */
export const task: Behaviour = { of: 'task', enter: (run, token) => leave(run, token) };

/** Manual task: done outside the system, without telling it. */
export const manualTask: Behaviour = { ...task, of: 'manualTask' };
