import { setTimeout as pause } from 'node:timers/promises';
import { goodBody } from './records-api.ts';
import { describeAnswer, ScenarioFailure } from './scenario-failure.ts';
import type { Answer, Person, ScenarioWorld } from './world.ts';

const patience = 60_000;

/** The state of background work once it is done. */
export async function finishedJob(world: ScenarioWorld, person: Person, started: Answer, what: string): Promise<Record<string, unknown>> {
  const { job } = goodBody(started, `a job for ${what}`);
  const until = Date.now() + patience;
  for (;;) {
    await world.doPending();
    const answer = await world.send({ method: 'GET', path: `/api/jobs/${String(job)}`, token: person.token });
    const body = goodBody(answer, `the state of ${what}`);
    if (body['status'] === 'done') return body;
    if (body['status'] === 'failed' || Date.now() > until) throw new ScenarioFailure(`${what} that is done`, describeAnswer(answer));
    await pause(20);
  }
}
