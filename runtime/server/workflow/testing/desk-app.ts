import type { Model as DefinitionModel } from '../../../model/model.ts';
import type { Source } from '../../../model/source.ts';
import { buildModel, loadSources } from '../../load.ts';
import { and, end, modelXml, start, timer, xor, type Model as Drawing, type ModelNode } from '../../../bpmn/testing/model-xml.ts';

/** A small app of its own: requests of an office, decided on by its people. */
export function deskSources(changes: { drawing?: Partial<Drawing> } = {}): Source[] {
  return [
    definition('app', 'app', { label: '办公', needs: ['platform'] }),
    definition('entity', 'office', { label: '科室', title: 'name', fields: { name: text('名称', { required: true, unique: true }), unit: { type: 'org', label: '单位', required: true } }, owner: 'unit', keys: ['name'] }),
    definition('entity', 'request', request),
    definition('action', 'book', { label: '入账', entity: 'request', internal: true, steps: [
      { check: { rule: 'record.amount != 13', field: 'amount', message: { zh: '十三不入账', en: 'Thirteen is not booked' } } },
      { update: { set: { booked: 'record.booked + record.amount' } } },
    ] }),
    definition('message', 'overdue', { title: '{{record.no}} 超时', body: '请办理 {{record.no}}' }),
    role('clerk', { office: { read: true, scope: 'all' }, request: { read: true, create: true, update: true, actions: ['submit'] } }),
    role('reviewer', reads), role('lawyer', reads), role('accountant', reads), role('chief', reads),
    { file: 'workflows/desk/request.bpmn', app: 'desk', kind: 'process', name: 'request', content: modelXml({ ...drawing, ...changes.drawing }).replaceAll('"p"', '"request"') },
  ];
}

const text = (label: string, more: Record<string, unknown> = {}) => ({ type: 'text', label, ...more });
const reads = { office: { read: true, scope: 'all' }, request: { read: true } };

function definition(kind: string, name: string, content: Record<string, unknown>): Source {
  return { file: kind === 'app' ? 'app-definitions/desk/app.json' : `app-definitions/desk/main/${name}.${kind}.json`, app: 'desk', kind, name, content };
}

function role(name: string, grants: Record<string, unknown>): Source {
  return definition('role', name, { label: name, grants });
}

const states = ['draft', 'review', 'returned', 'checking', 'accepted', 'withdrawn', 'lapsed'];

const request = {
  label: '申请', title: 'no', owner: 'office', sort: ['-createdAt'],
  fields: {
    no: { type: 'sequence', label: '编号', format: 'Q{n:4}' },
    office: { type: 'reference', label: '科室', entity: 'office', required: true },
    amount: { type: 'integer', label: '数额', required: true, min: 1 },
    note: text('说明', { maxLength: 20 }),
    account: text('科目'),
    booked: { type: 'integer', label: '已入账', readOnly: true, default: '0' },
    status: { type: 'choice', label: '状态', readOnly: true, options: Object.fromEntries(states.map((name) => [name, name])) },
  },
  states: {
    field: 'status', initial: 'draft', editable: ['draft', 'returned'],
    transitions: [
      { from: ['draft', 'returned'], to: 'review', by: ['request'] }, { from: ['review'], to: 'returned', by: ['request'] }, { from: ['review'], to: 'checking', by: ['request'] },
      { from: ['checking'], to: 'accepted', by: ['request'] }, { from: ['returned'], to: 'withdrawn', by: ['request'] }, { from: ['review'], to: 'lapsed', by: ['request'] },
      { from: ['checking'], to: 'review', by: ['request'] }, { from: ['checking'], to: 'returned', by: ['request'] }, { from: ['review', 'checking', 'returned'], to: 'draft', by: ['request'] },
    ],
  },
};

export const service = (id: string, attrs: string): ModelNode => ({ id, element: 'serviceTask', attrs: `name="${id}" camunda:type="external" ${attrs}` });

/** A user task whose outcomes are XML attributes, such as `name="return" opinion="required"`. */
export const decision = (id: string, attrs: string, outcomes: string[]): ModelNode => ({
  id, element: 'userTask', attrs: `name="${id}" ${attrs}`,
  body: `<bpmn:extensionElements><tamga:outcomes>${outcomes.map((outcome) => `<tamga:outcome label="${outcome.split('"')[1]}" ${outcome}/>`).join('')}</tamga:outcomes></bpmn:extensionElements>`,
});

/** Review with return to the applicant, then two checks at once; a reminder, and a deadline after which the request lapses. */
const drawing: Drawing = {
  process: 'name="申请审批" tamga:entity="desk/request"',
  nodes: [
    start('start'), end('accepted', 'tamga:status="accepted"'), end('withdrawn', 'tamga:status="withdrawn"'), end('lapsed', 'tamga:status="lapsed"'), end('reminded'),
    decision('review', 'camunda:candidateGroups="desk.reviewer" tamga:scope="office" tamga:status="review"', ['name="approve" labelEn="Approve"', 'name="return" opinion="required"']),
    timer('overdue', 'review', 'timeCycle R2/P1D', 'cancelActivity="false"'), service('remind', 'camunda:topic="record.message" tamga:message="overdue"'),
    timer('deadline', 'review', 'timeDuration P5D'), service('close', 'camunda:topic="record.action" tamga:action="book"'),
    xor('reviewed'), xor('again'),
    decision('revise', 'camunda:assignee="${starter}" tamga:status="returned" tamga:edits="amount,note"', ['name="submit"', 'name="withdraw"']), xor('revised'),
    and('split'), and('join'),
    decision('legal', 'camunda:candidateGroups="desk.lawyer" tamga:status="checking"', ['name="fine"']),
    decision('accounts', 'camunda:candidateGroups="desk.accountant" tamga:status="checking" tamga:edits="account"', ['name="fine" requires="account"']),
    service('book', 'camunda:topic="record.action" tamga:action="book"'),
  ],
  flows: [
    'start > again', 'again > review', 'review > reviewed', 'reviewed > split if outcome = "approve" and outcomes.review = "approve" and record.office.name != null', 'reviewed > revise default',
    'revise > revised', 'revised > again if outcome = "submit"', 'revised > withdrawn default', 'overdue > remind', 'remind > reminded', 'deadline > close', 'close > lapsed',
    'split > legal', 'split > accounts', 'legal > join', 'accounts > join', 'join > book', 'book > accepted',
  ],
};


/** The desk app linked with the built-in app of the project. */
export async function deskModel(root: string, own: Source[] = deskSources()): Promise<DefinitionModel> {
  const platform = (await loadSources(root)).sources.filter(({ app }) => app === 'platform');
  const { model, problems } = await buildModel([...platform, ...own]);
  if (!model) throw new Error(JSON.stringify(problems, null, 2));
  return model;
}
