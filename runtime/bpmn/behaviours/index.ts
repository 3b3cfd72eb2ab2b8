import type { Behaviour } from '../behaviour.ts';
import { boundaryEvents } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { catchEvents } from './catch-event.ts';
import { endEvents } from './end-event.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { manualTask, task } from './pass-through.ts';
import { scriptTask } from './script-task.ts';
import { sendTask, serviceTask } from './service-task.ts';
import { startEvents } from './start-event.ts';
import { subProcesses } from './sub-process.ts';
import { throwEvents } from './throw-event.ts';
import { userTask } from './user-task.ts';

/** Every element the interpreter can run, by the name a node's `behaviour` has. */
export const behaviours: ReadonlyMap<string, Behaviour> = new Map([
  ...startEvents, ...endEvents, ...throwEvents, ...catchEvents, ...boundaryEvents,
  userTask, serviceTask, sendTask, scriptTask, businessRuleTask, task, manualTask, callActivity, ...subProcesses,
  exclusiveGateway, inclusiveGateway, parallelGateway,
].map((behaviour) => [behaviour.of, behaviour]));
