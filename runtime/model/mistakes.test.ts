import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildModel, loadSources } from '../server/load.ts';
import { shopDefinitions, shopFiles } from '../testing/shop-definitions.ts';
import { formatProblem, type Source } from './source.ts';

type Files = Record<string, unknown>;
type Spoil = (files: Files) => void;

const folder = 'app-definitions/shop';
let platform: Source[];

beforeAll(async () => {
  platform = (await loadSources(join(import.meta.dirname, '..', '..'))).sources.filter((s) => s.app === 'platform');
});

/** The problems of the shop's definitions after some mistakes, each as the line authors read, without the folder. */
async function problemsOf(...spoils: Spoil[]): Promise<string[]> {
  const files = shopFiles();
  for (const spoil of spoils) spoil(files);
  const { problems } = await buildModel([...platform, ...shopDefinitions(files)]);
  return problems.map((p) => formatProblem(p).replace(/^app-definitions\/shop\/|^workflows\/shop\//, ''));
}

/** Sets (or, with `undefined`, removes) what a pointer leads to. */
function set(file: string, pointer: string, value: unknown): Spoil {
  return (files) => {
    const parts = pointer.split('/').slice(1);
    const last = parts.pop()!;
    const parent = parts.reduce((at, part) => at[part] as Files, files[`${folder}/${file}`] as Files);
    if (value !== undefined) parent[last] = value;
    else if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  };
}

function rename(file: string, pointer: string, to: string): Spoil {
  return (files) => {
    const parts = pointer.split('/').slice(1);
    const last = parts.pop()!;
    const parent = parts.reduce((at, part) => at[part] as Files, files[`${folder}/${file}`] as Files);
    parent[to] = parent[last];
    delete parent[last];
  };
}

function inProcess(from: string, to: string): Spoil {
  const file = 'workflows/shop/approval.bpmn';
  return (files) => { files[file] = String(files[file]).replaceAll(from, to); };
}

const order = 'order/order.entity.json';
const line = 'order/order-line.entity.json';
const place = 'order/place.action.json';
const clerk = 'roles/clerk.role.json';

const mistakes: [string, Spoil, string][] = [
  ['an unknown field type', set(order, '/fields/note/type', 'txt'), 'order/order.entity.json /fields/note/type: unknown type "txt" (did you mean "text"?) [definition.unknown-type]'],
  ['a step that no plugin adds', set(place, '/steps/0', { call: { step: 'verify', with: { code: '"x"' } } }), 'order/place.action.json /steps/0/call/step: no plugin adds the step "verify" [definition.unknown-step]'],
  ['a field without a type', set(order, '/fields/branch/type', undefined), 'order/order.entity.json /fields/branch: "type" is missing [definition.missing-property]'],
  ['a misspelt property of a field', rename(order, '/fields/day/required', 'requird'), 'order/order.entity.json /fields/day/requird: unknown property "requird" (did you mean "required"?) [definition.unknown-property]'],
  ['a misspelt property that has to be there', rename(line, '/fields/goods/entity', 'enity'), 'order/order-line.entity.json /fields/goods/enity: unknown property "enity" (did you mean "entity"?) [definition.unknown-property]'],
  ['a misspelt property of an entity', rename(order, '/states', 'state'), 'order/order.entity.json /state: unknown property "state" (did you mean "states"?) [definition.unknown-property]'],
  ['a field without a label', set(order, '/fields/day/label', undefined), 'order/order.entity.json /fields/day: "label" is missing [definition.missing-property]'],
  ['a label that is a number', set(order, '/fields/day/label', 5), 'order/order.entity.json /fields/day/label: must be string or object [definition.alternative]'],
  ['a misspelt language of a label', set(order, '/label', { zh: '订单', eng: 'Order' }), 'order/order.entity.json /label/eng: unknown property "eng" (did you mean "en"?) [definition.unknown-property]'],
  ['an entity without fields', set('goods/branch.entity.json', '/fields', undefined), 'goods/branch.entity.json /: "fields" is missing [definition.missing-property]'],
  ['an unknown entity in a reference', set(order, '/fields/branch/entity', 'brnch'), 'order/order.entity.json /fields/branch/entity: unknown entity "brnch" (did you mean "branch"?) [definition.unknown-entity]'],
  ['an unknown entity behind lines', set(order, '/fields/lines/entity', 'order-lines'), 'order/order.entity.json /fields/lines/entity: unknown entity "order-lines" (did you mean "order-line"?) [definition.unknown-entity]'],
  ['a pattern that repeats a repetition', set(order, '/fields/note', { type: 'text', label: '备注', pattern: '(a+)+' }), 'order/order.entity.json /fields/note/pattern: bad pattern: repeats a group that repeats already, such as (a+)+ (patterns are RE2: no look-ahead and no back-references) [definition.pattern]'],
  ['a pattern with a back-reference', set(order, '/fields/note', { type: 'text', label: '备注', pattern: '(a)\\1' }), 'order/order.entity.json /fields/note/pattern: bad pattern: error parsing regexp: invalid escape sequence: `\\1` (patterns are RE2: no look-ahead and no back-references) [definition.pattern]'],
  ['personal data without a purpose', set(order, '/fields/note', { type: 'text', label: '备注', check: 'value = null or is id card(value)' }), 'order/order.entity.json /fields/note: "note" holds ID card numbers, which are personal data (add "sensitivity" with level, purpose and basis) [definition.sensitivity]'],
  ['a data element that is none', set(order, '/fields/note', { type: 'text', label: '备注', dataElement: 'DE2.1' }), 'order/order.entity.json /fields/note/dataElement: "DE2.1" does not fit the form of a name here (^DE\\d{2}\\.\\d{2}\\.\\d{3}\\.\\d{2}$) [definition.name]'],
  ['a condition on a field that the role hides', set(clerk, '/grants/order', { read: { where: { note: 'x' } }, hide: ['note'] }), 'roles/clerk.role.json /grants/order/read/where/note: "note" is hidden from this role (a condition may not look at what its role may not see) [condition.hidden-field]'],
  ['several records of an unknown entity', set(order, '/fields/note', { type: 'references', label: '参见', entity: 'branches' }), 'order/order.entity.json /fields/note/entity: unknown entity "branches" (did you mean "branch"?) [definition.unknown-entity]'],
  ['a code beneath one that is not there', set('goods/goods-kind.dictionary.json', '/items', { food: '食品', rice: { label: '米', parent: 'fod' } }), 'goods/goods-kind.dictionary.json /items/rice/parent: unknown code "fod" (did you mean "food"?) [definition.dictionary]'],
  ['codes in a circle', set('goods/goods-kind.dictionary.json', '/items', { food: { label: '食品', parent: 'rice' }, rice: { label: '米', parent: 'food' } }), 'goods/goods-kind.dictionary.json /items/food/parent: "food" lies beneath itself [definition.cycle]'],
  ['a dictionary without codes', set('goods/goods-kind.dictionary.json', '/items', undefined), 'goods/goods-kind.dictionary.json /: a dictionary has either "items" or "records" [definition.dictionary]'],
  ['a mapping of a code that is not there', set('goods/goods-kind.dictionary.json', '/mappings', { his: { codes: { fod: 'F' } } }), 'goods/goods-kind.dictionary.json /mappings/his/codes/fod: unknown code "fod" (did you mean "food"?) [definition.dictionary]'],
  ['codes of an entity that has none', (files) => { files[`${folder}/goods/goods-kind.dictionary.json`] = { label: '类别', records: { entity: 'branch', of: 'X' } }; }, 'goods/goods-kind.dictionary.json /records/entity: "branch" does not say that its records are codes (add "codes" to it) [definition.dictionary]'],
  ['a lookup by a field that is not there', set(order, '/fields/note', { type: 'reference', label: '单位', entity: 'branch', lookup: { nam: '"x"' } }), 'order/order.entity.json /fields/note/lookup/nam: unknown field "nam" (did you mean "name"?) [definition.unknown-field]'],
  ['a lookup in a circle', (files) => { const fields = (files[`${folder}/${order}`] as { fields: Files }).fields; fields['found'] = { type: 'reference', label: '单位', entity: 'branch', lookup: { name: 'text' } }; fields['text'] = { type: 'text', label: '名', computed: 'found.name' }; }, 'order/order.entity.json /fields/found/lookup: "found" depends on itself (found → text → found) [definition.cycle]'],
  ['an unknown dictionary', set('goods/goods.entity.json', '/fields/kind/dictionary', 'good-kind'), 'goods/goods.entity.json /fields/kind/dictionary: unknown dictionary "good-kind" (did you mean "goods-kind"?) [definition.unknown-dictionary]'],
  ['a dictionary that is no dictionary', set('goods/goods-kind.dictionary.json', '/items', ['food']), 'goods/goods-kind.dictionary.json /items: must be object [definition.type]'],
  ['an option whose label is a number', set(order, '/fields/status/options/placed', 3), 'order/order.entity.json /fields/status/options/placed: must be string or object [definition.alternative]'],
  ['an unknown field of a unique group', set(order, '/unique/0/1', 'mrak'), 'order/order.entity.json /unique/0/1: unknown field "mrak" (did you mean "mark"?) [definition.unknown-field]'],
  ['an unknown owner', set(order, '/owner/0', 'branche'), 'order/order.entity.json /owner/0: unknown field "branche" (did you mean "branch"?) [definition.unknown-field]'],
  ['an owner that is no reference', set(order, '/owner/1', 'mark'), 'order/order.entity.json /owner/1: "mark" is no reference, organisation or area [definition.owner]'],
  ['an unknown path to search in', set(order, '/search/1', 'branch.title'), 'order/order.entity.json /search/1: unknown field "title" of branch [definition.unknown-field]'],
  ['an unknown sort field of an entity', set(order, '/sort/0', '-creatdAt'), 'order/order.entity.json /sort/0: unknown field "creatdAt" (did you mean "createdAt"?) [definition.unknown-field]'],
  ['a wrong initial state', set(order, '/states/initial', 'drafft'), 'order/order.entity.json /states/initial: "drafft" is no option of "status" (did you mean "draft"?) [definition.unknown-state]'],
  ['a wrong state in a transition', set(order, '/states/transitions/0/to', 'plced'), 'order/order.entity.json /states/transitions/0/to: "plced" is no option of "status" (did you mean "placed"?) [definition.unknown-state]'],
  ['a transition by nobody', set(order, '/states/transitions/0/by/0', 'plase'), 'order/order.entity.json /states/transitions/0/by/0: "plase" is neither an action of "order" nor a process (did you mean "place"?) [definition.unknown-action]'],
  ['an administrative role over business data', set(clerk, '/administrative', true), 'roles/clerk.role.json /grants: an administrative role may not see business data such as "shop/branch" [definition.administrative]'],
  ['a FEEL type error', set(line, '/fields/amount/computed', 'quantity + goods.name'), 'order/order-line.entity.json /fields/amount/computed: '],
  ['an unknown FEEL name', set(line, '/fields/amount/computed', 'quantty * goods.price'), 'order/order-line.entity.json /fields/amount/computed: '],
  ['an unknown property behind a reference in FEEL', set(line, '/fields/amount/computed', 'quantity * goods.prise'), 'order/order-line.entity.json /fields/amount/computed: '],
  ['FEEL that cannot be parsed', set(line, '/fields/quantity/check', 'value <= '), 'order/order-line.entity.json /fields/quantity/check: '],
  ['a rule that is no yes or no', set(line, '/fields/quantity/check', 'value + 1'), 'order/order-line.entity.json /fields/quantity/check: '],
  ['an unknown FEEL function', set(order, '/fields/total/computed', 'summ(for line in lines return line.amount)'), 'order/order.entity.json /fields/total/computed: '],
  ['a field named by a word of FEEL', (files) => { rename(order, '/fields/mark', 'then')(files); set(order, '/unique', undefined)(files); }, 'order/order.entity.json /fields/then: "then" is a word of the expression language [definition.reserved-name]'],
  ['a field named like a system column', (files) => { rename(order, '/fields/mark', 'createdAt')(files); set(order, '/unique', undefined)(files); }, 'order/order.entity.json /fields/createdAt: "createdAt" is a name that every record has already [definition.reserved-name]'],
  ['a field named like the search column', (files) => { rename(order, '/fields/mark', 'searchTokens')(files); set(order, '/unique', undefined)(files); }, 'order/order.entity.json /fields/searchTokens: "searchTokens" is a name that every record has already [definition.reserved-name]'],
  ['a field of lines named like their order', (files) => { set(line, '/fields/position', { type: 'integer', label: '位置' })(files); }, 'order/order-line.entity.json /fields/position: "position" is a name that every record has already [definition.reserved-name]'],
  ['a field whose name is no name', set(order, '/fields/Note-1', { type: 'text', label: '备注' }), 'order/order.entity.json /fields/Note-1: "Note-1" is no field name (camelCase, starting with a small letter) [definition.name]'],
  ['computed fields in a circle', (files) => { set(order, '/fields/a', { type: 'integer', label: 'a', computed: 'b + 1' })(files); set(order, '/fields/b', { type: 'integer', label: 'b', computed: 'a + 1' })(files); }, 'order/order.entity.json /fields/a/computed: "a" depends on itself (a → b → a) [definition.cycle]'],
  ['lines that belong to another record', set(line, '/lineOf/entity', 'goods'), 'order/order.entity.json /fields/lines/entity: "order-line" is not declared as lines of "order" (add "lineOf": { "entity": "order", "as": … } to it) [definition.lines]'],
  ['an unknown field among the columns', set('order/order.list.json', '/columns/2', 'dya'), 'order/order.list.json /columns/2: unknown field "dya" (did you mean "day"?) [definition.unknown-field]'],
  ['an unknown operator in a tab', set('order/order.list.json', '/tabs/1/where', { day: { $greater: '2026-01-01' } }), 'order/order.list.json /tabs/1/where/day/$greater: unknown operator "$greater" [condition.unknown-operator]'],
  ['an operator that does not fit the field', set('order/order.list.json', '/tabs/1/where', { status: { $gt: 'draft' } }), 'order/order.list.json /tabs/1/where/status/$gt: $gt cannot be used on a field of type choice [condition.operator]'],
  ['a list of an unknown entity', set('order/order.list.json', '/entity', 'ordr'), 'order/order.list.json /entity: unknown entity "ordr" (did you mean "order"?) [definition.unknown-entity]'],
  ['an unknown field on a form', set('order/order.form.json', '/sections/0/fields/0', 'branh'), 'order/order.form.json /sections/0/fields/0: unknown field "branh" (did you mean "branch"?) [definition.unknown-field]'],
  ['an unknown column of lines on a form', set('order/order.form.json', '/lines/lines/0', 'good'), 'order/order.form.json /lines/lines/0: unknown field "good" (did you mean "goods"?) [definition.unknown-field]'],
  ['an unknown list in the menu', set('app.json', '/menu/0/items/0/list', 'ordrs'), 'app.json /menu/0/items/0/list: unknown list "ordrs" (did you mean "order"?) [definition.unknown-list]'],
  ['an app that needs an unknown one', set('app.json', '/needs/1', 'platfrom'), 'app.json /needs/1: unknown app "platfrom" (did you mean "platform"?) [definition.unknown-app]'],
  ['an unknown step', (files) => { rename(place, '/steps/0/check', 'chek')(files); set(place, '/steps/0', { chek: {} })(files); }, 'order/place.action.json /steps/0/chek: "chek" is none of the alternatives (did you mean "check"?) [definition.alternative]'],
  ['a misspelt property of a step', rename(place, '/steps/1/each/as', 'az'), 'order/place.action.json /steps/1/each/az: unknown property "az" (did you mean "as"?) [definition.unknown-property]'],
  ['a step to an unknown ledger', set(place, '/steps/1/each/steps/0/post/ledger', 'moves'), 'order/place.action.json /steps/1/each/steps/0/post/ledger: unknown entity "moves" (did you mean "move"?) [definition.unknown-entity]'],
  ['a ledger that is none', set(place, '/steps/1/each/steps/0/post/ledger', 'order-line'), 'order/place.action.json /steps/1/each/steps/0/post/ledger: "order-line" is no ledger [definition.no-ledger]'],
  ['a step that sets an unknown field', rename(place, '/steps/2/update/set/status', 'statu'), 'order/place.action.json /steps/2/update/set/statu: unknown field "statu" (did you mean "status"?) [definition.unknown-field]'],
  ['an action of an unknown entity', set(place, '/entity', 'ordr'), 'order/place.action.json /entity: unknown entity "ordr" (did you mean "order"?) [definition.unknown-entity]'],
  ['a role that names an unknown action', set(clerk, '/grants/order/actions/0', 'plase'), 'roles/clerk.role.json /grants/order/actions/0: unknown action "plase" of order (did you mean "place"?) [definition.unknown-action]'],
  ['a role that hides an unknown field', set(clerk, '/grants/order/hide/0', 'secrt'), 'roles/clerk.role.json /grants/order/hide/0: unknown field "secrt" (did you mean "secret"?) [definition.unknown-field]'],
  ['a role with a right on an unknown entity', rename(clerk, '/grants/slip', 'slips'), 'roles/clerk.role.json /grants/slips: unknown entity "slips" (did you mean "slip"?) [definition.unknown-entity]'],
  ['an unknown attribute of the user', set(clerk, '/grants/order/update', { where: { createdBy: { user: 'ids' } } }), 'roles/clerk.role.json /grants/order/update/where/createdBy: unknown attribute of the user "ids" (did you mean "id"?) [condition.unknown-attribute]'],
  ['an unknown measure on a dashboard', set('order/glance.dashboard.json', '/widgets/0/measures/0', 'order'), 'order/glance.dashboard.json /widgets/0/measures/0: unknown measure "order" (did you mean "orders"?) [definition.unknown-field]'],
  ['a sum of something that is no number', set('order/by-branch.report.json', '/measures/1/sum', 'mark'), 'order/by-branch.report.json /measures/1/sum: "mark" is no number [definition.measure]'],
  ['a measure made in two ways', set('order/by-branch.report.json', '/measures/1/count', true), 'order/by-branch.report.json /measures/1: "count" and "sum" exclude each other [definition.measure]'],
  ['a ratio over an unknown measure', set('order/by-branch.report.json', '/measures/2', { name: 'rate', label: '率', ratio: { of: 'orders', over: 'ordrs' } }), 'order/by-branch.report.json /measures/2/ratio/over: no measure "ordrs" of numbers is declared before this one (did you mean "orders"?) [definition.unknown-field]'],
  ['a comparison without time', set('order/by-branch.report.json', '/measures/0/compare', ['lastYear']), 'order/by-branch.report.json /measures/0/compare: a comparison with another period needs a dimension with a grain, or "time" [definition.measure]'],
  ['a grain on something that is no date', set('order/by-branch.report.json', '/dimensions/0/grain', 'month'), 'order/by-branch.report.json /dimensions/0/grain: "branch" is no date [definition.measure]'],
  ['a map without areas', set('order/glance.dashboard.json', '/widgets/0/type', 'map'), 'order/glance.dashboard.json /widgets/0: a map needs a dimension over areas with a "level" [definition.measure]'],
  ['a filter that a large entity has no index for', (files) => { set(order, '/large', true)(files); set('order/by-branch.report.json', '/filters', ['day'])(files); }, 'order/by-branch.report.json /filters/0: "order" is large and has no index that begins with "day", so this report would read all of it (add to order.entity.json: "index": [["day"]]) [definition.missing-index]'],
  ['an unknown alert in a job', set('stock/daily.job.json', '/run/0/alert', 'expiri'), 'stock/daily.job.json /run/0/alert: unknown alert "expiri" (did you mean "expiry"?) [definition.unknown-alert]'],
  ['a cron expression that is none', set('stock/daily.job.json', '/cron', '0 25 * * *'), 'stock/daily.job.json /cron: "0 25 * * *" is no cron expression (five fields: minute hour day month weekday) [definition.cron]'],
  ['an alert on an unknown field', set('stock/shortage.alert.json', '/below', 'lesat'), 'stock/shortage.alert.json /below: "floor" has no field "lesat" (did you mean "least"?) [definition.unknown-field]'],
  ['a message whose template is broken', set('order/approved.message.json', '/body', '{{record.total'), 'order/approved.message.json /body: '],
  ['a message that names an unknown field', set('order/approved.message.json', '/body', '{{record.totl}}'), 'order/approved.message.json /body: unknown field "totl" (did you mean "total"?) [definition.unknown-field]'],
  ['a message of an unknown entity', set('order/approved.message.json', '/entity', 'ordre'), 'order/approved.message.json /entity: unknown entity "ordre" (did you mean "order"?) [definition.unknown-entity]'],
  ['an unknown role in a process', inProcess('"shop.manager"', '"shop.manger"'), 'approval.bpmn #review: unknown role "shop.manger" (did you mean "shop.manager"?) [definition.unknown-role]'],
  ['an unknown state in a process', inProcess('tamga:status="approved"', 'tamga:status="aproved"'), 'approval.bpmn #approved: "aproved" is no state of "order" (did you mean "approved"?) [definition.unknown-state]'],
  ['an unknown role to tell of a deadline', inProcess('id="review"', 'id="review" tamga:workdays="3" tamga:escalateTo="shop.manger"'), 'approval.bpmn #review: unknown role "shop.manger" (did you mean "shop.manager"?) [definition.unknown-role]'],
  ['signers in an unknown field', inProcess('id="review"', 'id="review" tamga:sign="all" tamga:signers="field:totl"'), 'approval.bpmn #review: unknown field "totl" of order (did you mean "total"?) [definition.unknown-field]'],
  ['signers in a field without people', inProcess('id="review"', 'id="review" tamga:sign="all" tamga:signers="field:total"'), 'approval.bpmn #review: "total" names no people (a field of type user, several users, or lines with a user) [definition.signers]'],
  ['an unknown state after a withdrawal', inProcess('tamga:entity="shop/order"', 'tamga:entity="shop/order" tamga:withdrawStatus="aproved"'), 'approval.bpmn #approval: "aproved" is no state of "order" (did you mean "approved"?) [definition.unknown-state]'],
  ['a state that a withdrawal cannot reach', inProcess('tamga:entity="shop/order"', 'tamga:entity="shop/order" tamga:withdrawStatus="draft"'), 'approval.bpmn #approval: no transition to "draft" is made by "approval" (add it to "states" of order) [definition.state-transition]'],
  ['an unknown action of a withdrawal', inProcess('tamga:entity="shop/order"', 'tamga:entity="shop/order" tamga:withdrawAction="plase"'), 'approval.bpmn #approval: unknown action "plase" of order (did you mean "place"?) [definition.unknown-action]'],
  ['an unknown entity of a process', inProcess('tamga:entity="shop/order"', 'tamga:entity="shop/oder"'), 'approval.bpmn #approval: unknown entity "shop/oder" (did you mean "shop/order"?) [definition.unknown-entity]'],
  ['an unsupported element of a process', inProcess('bpmn:exclusiveGateway', 'bpmn:complexGateway'), 'approval.bpmn #choice: '],
  ['a condition that is no yes or no', inProcess('outcome = "approve"', 'outcome'), 'approval.bpmn #f2: '],
  ['a process that cannot be read', inProcess('</bpmn:process>', ''), 'approval.bpmn #'],
];

describe('a mistake in a definition is told once, at its place', () => {
  test.each(mistakes)('%s', async (_name, spoil, line) => {
    const problems = await problemsOf(spoil);
    expect(problems).toEqual([line.endsWith('.') || line.endsWith(']') ? line : expect.stringContaining(line)]);
  });
});

describe('mistakes do not hide each other', () => {
  const at = (...names: string[]) => names.map((name) => mistakes.find(([n]) => n === name)!);
  test.each([
    ['in twelve files', at('an unknown field type', 'an unknown dictionary', 'an unknown field among the columns', 'an unknown column of lines on a form', 'an unknown step', 'a role that names an unknown action', 'an unknown measure on a dashboard', 'a sum of something that is no number', 'a cron expression that is none', 'an alert on an unknown field', 'a message of an unknown entity', 'an unknown role in a process', 'an unknown list in the menu', 'a misspelt property that has to be there')],
    ['in one file', at('an unknown field type', 'a misspelt property of a field', 'a field without a label', 'an unknown entity behind lines', 'an unknown field of a unique group', 'an unknown owner', 'a wrong initial state', 'a transition by nobody', 'an unknown FEEL function', 'a field whose name is no name', 'computed fields in a circle').slice(0, 10)],
    ['in one list of steps', at('an unknown step', 'a ledger that is none', 'a step that sets an unknown field')],
  ])('%s', async (_name, chosen) => {
    const problems = await problemsOf(...chosen.map(([, spoil]) => spoil));
    const lines = chosen.map(([, , line]) => line);
    expect(problems.filter((p) => !lines.some((line) => p.startsWith(line)))).toEqual([]);
    expect(problems).toHaveLength(chosen.length);
  });

  test('a file that cannot be read keeps its name', async () => {
    const files = shopFiles();
    const sources = shopDefinitions(files).map((s) => s.name === 'order' && s.kind === 'entity' ? { ...s, content: 'rubbish' } : s);
    const { problems } = await buildModel([...platform, ...sources]);
    expect(problems.map(formatProblem)).toEqual(['app-definitions/shop/order/order.entity.json /: must be object [definition.type]']);
  });
});
