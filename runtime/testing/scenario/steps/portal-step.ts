import { createHmac } from 'node:crypto';
import { hasValues } from '../same-value.ts';
import { goodBody, isObject } from '../records-api.ts';
import { resolveName, resolveValue, resolveValues } from '../resolve-values.ts';
import { describeAnswer, RefusedWhilePreparing, ScenarioFailure } from '../scenario-failure.ts';
import type { Answer, Person, Request, ScenarioStep, ScenarioWorld, StepHandler } from '../world.ts';

type PortalStep = Extract<ScenarioStep, { portal: unknown }>;
type Send = (request: Omit<Request, 'token'>) => Promise<Answer>;

export const portal: StepHandler<PortalStep> = async (world, step) => {
  const app = step.app ?? world.app;
  const { portal: deed } = step;
  const base = `/portal/${app}/api`;
  const resident = step.as === undefined ? undefined : world.residents.get(step.as);
  if (step.as !== undefined && !resident && !('login' in deed)) throw new ScenarioFailure(`a resident "${step.as}"`, 'not signed in; a `login` step comes first');
  const send: Send = (request) => world.send({ ...request, path: base + request.path, ...(resident ? { token: resident.token } : {}) });
  // Names are looked up as the system does, files are uploaded by the resident.
  const actor: Person = { ...world.system, ...(resident ? { uploads: { path: `${base}/files`, token: resident.token } } : {}) };
  const accept = (answer: Answer): Promise<void> => checkAnswer(world, step, answer);
  if ('sendCode' in deed) return { send: () => send({ method: 'POST', path: '/session/code', body: { phone: deed.sendCode } }), accept };
  if ('login' in deed) {
    const code = deed.code ?? await freshCode(send, deed.login);
    return {
      send: () => send({ method: 'POST', path: '/session', body: { phone: deed.login, code } }),
      accept: async (answer) => {
        const { token } = goodBody(answer, 'a session');
        if (step.as !== undefined) world.residents.set(step.as, { phone: deed.login, token: String(token) });
        await accept(answer);
      },
    };
  }
  if ('file' in deed) {
    const page = world.portalPage(app, deed.file);
    const values = await resolveValues(world, actor, deed.with, page?.entity && world.shapeOf(page.entity));
    const captcha = await captchaFor(send, deed.captcha ?? (page?.captcha ? true : undefined));
    return {
      send: () => send({ method: 'POST', path: `/pages/${deed.file}/records`, body: { values, ...captcha } }),
      accept: async (answer) => {
        if (step.save && page?.entity) world.saved.set(step.save, { ...page.entity, id: String(goodBody(answer, 'a record filed').id), record: answer.body as Record<string, unknown> });
        await accept(answer);
      },
    };
  }
  if ('list' in deed) {
    const query = new URLSearchParams({ ...(deed.search ? { search: deed.search } : {}), ...(deed.where ? { filter: JSON.stringify(deed.where) } : {}) });
    return { send: () => send({ method: 'GET', path: `/pages/${deed.list}/records?${query}` }), accept };
  }
  if ('get' in deed) return { send: () => send({ method: 'GET', path: `/pages/${deed.page}/records/${idNamed(world, deed.get)}` }), accept };
  if ('act' in deed) {
    const input = deed.input && await resolveValues(world, actor, deed.input);
    return { send: () => send({ method: 'POST', path: `/pages/${deed.page}/records/${idNamed(world, deed.on)}/actions/${deed.act}`, body: input ? { input } : {} }), accept };
  }
  if ('answer' in deed) {
    const id = idNamed(world, deed.answer);
    const answers = await resolveValue(world, actor, deed.with);
    const captcha = await captchaFor(send, deed.captcha);
    const headers = { cookie: `tamga_device=${(deed.device ?? crypto.randomUUID().replaceAll('-', '')).padEnd(32, '0')}` };
    return { send: () => send({ method: 'POST', path: `/questionnaires/${id}/answers`, headers, body: { answers, seconds: deed.seconds ?? 60, ...captcha } }), accept };
  }
  const { method = 'GET', path, body, headers, sign } = deed.call;
  const sent = body === undefined ? undefined : await resolveValue(world, actor, body);
  const named = path.replace(/\$[a-zA-Z]\w*/g, (name) => idNamed(world, name));
  return {
    send: () => send({ method, path: named, ...(sent === undefined ? {} : { body: sent }), headers: { ...headers, ...(sign === undefined ? {} : signatureOf(world, sign, sent)) } }),
    accept: async (answer) => {
      if (step.save) world.saved.set(step.save, { app, entity: '', id: String(goodBody(answer, 'an answer to keep').id ?? ''), record: answer.body as Record<string, unknown> });
      await accept(answer);
    },
  };
};

/** What a partner adds to a request. */
function signatureOf(world: ScenarioWorld, secret: string, body: unknown): Record<string, string> {
  const time = String(world.now().getTime());
  return { 'x-tamga-time': time, 'x-tamga-signature': createHmac('sha256', secret).update(`${time}.${JSON.stringify(body)}`).digest('hex') };
}

/** A demo server tells the code that a text message would. */
async function freshCode(send: Send, phone: string): Promise<string> {
  const answer = await send({ method: 'POST', path: '/session/code', body: { phone } });
  if (answer.status >= 400) throw new RefusedWhilePreparing(answer);
  return String(goodBody(answer, 'a code').demoCode);
}

async function captchaFor(send: Send, right: boolean | undefined): Promise<{ captcha?: { id: string; text: string } }> {
  if (right === undefined) return {};
  const { id, demo } = goodBody(await send({ method: 'POST', path: '/captcha', body: {} }), 'a verification code');
  return { captcha: { id: String(id), text: right ? String(demo) : 'x' } };
}

function idNamed(world: ScenarioWorld, name: string): string {
  const id = resolveName(world, name);
  if (typeof id !== 'string') throw new ScenarioFailure(`an id behind "${name}"`, JSON.stringify(id));
  return id;
}

async function checkAnswer(world: ScenarioWorld, { equal, contains, absent, count }: PortalStep, answer: Answer): Promise<void> {
  const text = answer.bytes.toString('utf8');
  const body = isObject(answer.body) && isObject(answer.body.record) ? { ...answer.body, ...answer.body.record } : answer.body;
  if (equal && !await hasValues(world, body, equal)) throw new ScenarioFailure(JSON.stringify(equal), describeAnswer(answer));
  for (const part of contains ?? []) if (!text.includes(part)) throw new ScenarioFailure(`an answer with "${part}"`, describeAnswer(answer));
  for (const part of absent ?? []) if (text.includes(part)) throw new ScenarioFailure(`an answer without "${part}"`, describeAnswer(answer));
  const items = isObject(answer.body) ? answer.body.items : undefined;
  if (count !== undefined && (!Array.isArray(items) || items.length !== count)) throw new ScenarioFailure(`${count} items`, describeAnswer(answer));
}
