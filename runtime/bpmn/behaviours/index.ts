import type { Behaviour } from '../behaviour.ts';
import { endEvent } from './end-event.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { manualTask, task } from './pass-through.ts';
import { serviceTask } from './service-task.ts';
import { startEvent } from './start-event.ts';
import { terminateEndEvent } from './terminate-end-event.ts';
import { timerBoundary } from './timer-boundary.ts';
import { userTask } from './user-task.ts';

/** Every element the interpreter can run, by the name a node's `behaviour` has. */
export const behaviours: ReadonlyMap<string, Behaviour> = new Map([
  startEvent, endEvent, terminateEndEvent,
  userTask, serviceTask, task, manualTask,
  exclusiveGateway, parallelGateway,
  timerBoundary,
].map((behaviour) => [behaviour.of, behaviour]));
