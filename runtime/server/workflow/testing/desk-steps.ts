import type { Answer, Desk } from './start-desk.ts';

/** What a test does with requests of the desk app, through the HTTP interface. */
export interface DeskSteps {
  /** A new request of a person, submitted unless `draft`. */
  request(person: string, values?: Record<string, unknown>, draft?: boolean): Promise<string>;
  submit(person: string, id: string, body?: Record<string, unknown>): Promise<Answer>;
  record(id: string): Promise<Record<string, unknown>>;
  instance(id: string): Promise<Record<string, unknown>>;
  /** Id of the open task on a node; of a closed one when it was open before. */
  task(id: string, node: string): Promise<string>;
  act(person: string, id: string, node: string, verb: string, body?: Record<string, unknown>): Promise<Answer>;
  box(person: string, box: string): Promise<{ items: Record<string, unknown>[]; total: number; counts: Record<string, number> }>;
}

export function deskSteps(desk: Desk): DeskSteps {
  const known = new Map<string, string>();
  const steps: DeskSteps = {
    async request(person, values = {}, draft = false) {
      const made = await desk.ask(person, 'POST', '/records/desk/request', { office: desk.office, amount: 5, ...values });
      const id = String(made.body['id']);
      if (!draft) await steps.submit(person, id);
      return id;
    },
    submit: (person, id, body = {}) => desk.ask(person, 'POST', `/records/desk/request/${id}/actions/submit`, body),
    record: async (id) => (await desk.ask('reviewer', 'GET', `/records/desk/request/${id}`)).body,
    async instance(id) {
      const { rows: [found] } = await desk.services.pool.query<{ id: string }>('select id from tamga.process_instance where record_id = $1 order by started_at desc, id desc limit 1', [id]);
      return (await desk.ask('reviewer', 'GET', `/instances/${found?.id ?? 'none'}`)).body;
    },
    async task(id, node) {
      const { openTasks } = await steps.instance(id) as { openTasks: { id: string; task: string }[] };
      for (const open of openTasks) known.set(`${id} ${open.task}`, open.id);
      return known.get(`${id} ${node}`) ?? 'none';
    },
    act: async (person, id, node, verb, body = {}) => desk.ask(person, 'POST', `/tasks/${await steps.task(id, node)}/${verb}`, body),
    box: async (person, box) => (await desk.ask(person, 'GET', `/tasks?box=${box}&pageSize=200`)).body as never,
  };
  return steps;
}
