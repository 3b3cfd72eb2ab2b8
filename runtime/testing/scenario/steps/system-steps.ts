import { momentAt } from '../moments.ts';
import { personOf } from '../person-of.ts';
import { hasValues } from '../same-value.ts';
import { isObject } from '../records-api.ts';
import { resolveName, resolveValue } from '../resolve-values.ts';
import { describeAnswer, ScenarioFailure } from '../scenario-failure.ts';
import type { Answer, ScenarioStep, ScenarioWorld, StepHandler } from '../world.ts';

type StepWith<Verb extends string> = Extract<ScenarioStep, Record<Verb, unknown>>;

const done: Answer = { status: 204, headers: {}, body: undefined, bytes: Buffer.alloc(0) };

export const call: StepHandler<StepWith<'call'>> = async (world, step) => {
  const { method = 'GET', path, body, headers } = step.call;
  const person = step.as === undefined ? undefined : personOf(world, step.as);
  const sent = body === undefined ? undefined : await resolveValue(world, person ?? world.system, body);
  return {
    send: async () => {
      const answer = await world.send({ method, path: withNames(world, path), body: sent, ...headers ? { headers } : {}, ...person ? { token: person.token } : {} });
      // A status named in the step is what is expected, so it is no refusal.
      if (step.status === undefined) return answer;
      if (answer.status !== step.status) throw new ScenarioFailure(`status ${step.status}`, describeAnswer(answer));
      await checkAnswer(world, step, answer);
      return { ...answer, status: 200 };
    },
    accept: (answer) => checkAnswer(world, step, answer),
  };
};

export const run: StepHandler<StepWith<'run'>> = async (world, step) => ({
  send: async () => {
    const [app, name] = step.name.includes('/') ? step.name.split('/') as [string, string] : [world.app, step.name];
    await world.runJob(app, name);
    return done;
  },
});

export const clock: StepHandler<StepWith<'clock'>> = async (world, step) => ({
  send: async () => {
    const moment = momentAt(step.clock, world.now(), world.zone);
    if (moment < world.now()) throw new ScenarioFailure('a later moment, as the clock only goes forward', `${step.clock} at ${world.now().toISOString()}`);
    await world.setClock(moment);
    return done;
  },
});

export const login: StepHandler<StepWith<'login'>> = async (world, step) => ({
  send: () => world.send({ method: 'POST', path: '/api/session', body: step.login }),
  accept: (answer) => {
    const { body } = answer;
    if (!isObject(body) || typeof body.token !== 'string' || !isObject(body.user)) throw new ScenarioFailure('a session with a token', describeAnswer(answer));
    if (step.as) world.people.set(step.as, { id: String(body.user.id), token: body.token });
  },
});

/** `$name` in a path stands for the id of a saved record. */
function withNames(world: ScenarioWorld, path: string): string {
  return path.replace(/\$[a-zA-Z][\w-]*(?:\.[\w-]+)*/g, (name) => {
    const [, first] = /^\$([a-zA-Z][\w-]*)/.exec(name)!;
    return world.saved.has(first!) || world.people.has(first!) ? String(resolveName(world, name)) : name;
  });
}

async function checkAnswer(world: ScenarioWorld, step: StepWith<'call'>, answer: Answer): Promise<void> {
  const { equal, contains, absent } = step;
  const text = answer.bytes.toString('utf8');
  if (equal && !await hasValues(world, answer.body, equal)) throw new ScenarioFailure(JSON.stringify(equal), describeAnswer(answer));
  for (const part of contains ?? []) if (!text.includes(part)) throw new ScenarioFailure(`an answer with "${part}"`, describeAnswer(answer));
  for (const part of absent ?? []) if (text.includes(part)) throw new ScenarioFailure(`an answer without "${part}"`, describeAnswer(answer));
}
