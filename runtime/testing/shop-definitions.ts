import { end, modelXml, start } from '../bpmn/testing/model-xml.ts';
import type { Source } from '../model/source.ts';

const text = (label: string, more: Record<string, unknown> = {}) => ({ type: 'text', label, ...more });
const reference = (label: string, entity: string, more: Record<string, unknown> = {}) => ({ type: 'reference', label, entity, ...more });
const integer = (label: string, more: Record<string, unknown> = {}) => ({ type: 'integer', label, ...more });

const outcomes = '<bpmn:extensionElements><tamga:outcomes><tamga:outcome name="approve" label="通过" style="primary"/><tamga:outcome name="refuse" label="不通过" opinion="required"/></tamga:outcomes></bpmn:extensionElements>';
const approval = modelXml({
  process: 'name="订单审批" tamga:entity="shop/order"',
  nodes: [
    start('start', 'camunda:initiator="starter"'), { id: 'review', element: 'userTask', attrs: 'name="审批" camunda:candidateGroups="shop.manager" tamga:scope="branch"', body: outcomes },
    { id: 'choice', element: 'exclusiveGateway' }, end('approved', 'tamga:status="approved"'), end('refused', 'tamga:status="returned"'),
  ],
  flows: ['start > review', 'review > choice', 'choice > approved if outcome = "approve"', 'choice > refused default'],
}).replace('id="p"', 'id="approval"').replace('bpmnElement="p"', 'bpmnElement="approval"');

const contents: Record<string, unknown> = {
  'app-definitions/shop/app.json': { label: '门店', needs: ['platform'], menu: [{ label: '订单', items: [{ list: 'order' }, { dashboard: 'glance' }] }] },
  'app-definitions/shop/goods/goods-kind.dictionary.json': { label: '类别', items: { food: '食品', tool: '工具' } },
  'app-definitions/shop/goods/branch.entity.json': {
    label: '分店', owner: 'unit', keys: ['code'], sort: ['code'],
    fields: { code: text('编码', { required: true, unique: true }), name: text('名称', { required: true }), unit: { type: 'org', label: '单位', required: true } },
  },
  'app-definitions/shop/goods/shelf.entity.json': {
    label: '货架', search: [], tree: { parent: 'parent', depth: 3 }, fields: { name: text('名称', { required: true }), parent: reference('上级', 'shelf') },
  },
  'app-definitions/shop/goods/goods.entity.json': {
    label: '商品', keys: ['code'], search: ['code', 'name'], sort: ['code'],
    fields: {
      code: text('编码', { required: true, unique: true, pattern: '[A-Z]\\d+' }), name: text('名称', { required: true, maxLength: 50 }),
      kind: { type: 'choice', label: '类别', dictionary: 'goods-kind' }, price: { type: 'money', label: '单价', min: 0 }, shelf: reference('货架', 'shelf'),
    },
  },
  'app-definitions/shop/order/order.entity.json': {
    label: '订单', title: 'no', owner: ['branch', 'partner'], search: ['no', 'branch.name'], sort: ['-createdAt'], unique: [['branch', 'mark']],
    fields: {
      no: { type: 'sequence', label: '单号', format: 'SO{date:yyyyMMdd}{n:4}' },
      branch: reference('分店', 'branch', { required: true }), partner: reference('对方分店', 'branch'), mark: text('标记'),
      day: { type: 'date', label: '日期', required: true, default: 'today()' },
      status: { type: 'choice', label: '状态', options: { draft: '草稿', placed: '已下单', approved: '已批准', returned: '已退回' } },
      phone: text('电话', { sensitivity: { level: 'sensitive', purpose: '联系', basis: '同意', mask: 'mobile' } }), secret: text('内部备注'), note: text('备注'),
      lines: { type: 'lines', label: '明细', entity: 'order-line', minCount: 1 },
      total: { type: 'money', label: '合计', computed: 'sum(for line in lines return line.amount)' },
    },
    checks: [{ rule: 'partner = null or branch.id != partner.id', field: 'partner', message: '对方分店不能是本店' }],
    states: { field: 'status', initial: 'draft', transitions: [{ from: ['draft'], to: 'placed', by: ['place'] }, { from: ['placed', 'draft', 'returned'], to: 'approved', by: ['approval'] }, { from: ['draft', 'placed', 'approved'], to: 'returned', by: ['approval'] }] },
  },
  'app-definitions/shop/order/order-line.entity.json': {
    label: '订单明细', lineOf: { entity: 'order', as: 'order' }, unique: [['order', 'goods']],
    fields: {
      goods: reference('商品', 'goods', { required: true }), quantity: integer('数量', { required: true, min: 1, check: 'value <= 1000', message: '一次最多一千件' }),
      amount: { type: 'money', label: '金额', computed: 'quantity * goods.price' },
    },
  },
  'app-definitions/shop/order/order.list.json': { entity: 'order', columns: ['no', 'branch', 'day', 'status', 'total'], filters: ['status', 'day'], sort: ['-day'], tabs: [{ label: '全部' }, { label: '草稿', where: { status: 'draft' } }] },
  'app-definitions/shop/order/order.form.json': { entity: 'order', sections: [{ label: '基本', fields: ['branch', 'partner', 'day', 'phone', 'note'] }, { label: '明细', fields: ['lines'] }], lines: { lines: ['goods', 'quantity', 'amount'] } },
  'app-definitions/shop/order/place.action.json': {
    label: '下单', entity: 'order', when: 'record.status = "draft"',
    steps: [
      { check: { rule: 'count(record.lines) > 0', message: '没有明细' } },
      { each: { of: 'record.lines', as: 'line', steps: [{ post: { ledger: 'move', set: { branch: 'record.branch', goods: 'line.goods', direction: '"out"', quantity: 'line.quantity' }, field: 'lines[].quantity', message: '库存不足：需要{quantity}，可用{available}' } }] } },
      { update: { set: { status: '"placed"' } } },
    ],
  },
  'app-definitions/shop/order/approved.message.json': { entity: 'order', title: '订单{{record.no}}已批准', body: '合计{{record.total}}' },
  'app-definitions/shop/order/by-branch.report.json': { label: '按分店', entity: 'order', dimensions: [{ name: 'branch', field: 'branch' }], measures: [{ name: 'orders', label: '订单数', count: true }, { name: 'amount', label: '金额', sum: 'total' }], drill: 'order' },
  'app-definitions/shop/order/glance.dashboard.json': { label: '概览', widgets: [{ type: 'figure', label: '订单数', report: 'by-branch', measures: ['orders'] }] },
  'app-definitions/shop/stock/move.entity.json': {
    label: '出入', history: false, owner: 'branch',
    fields: { branch: reference('分店', 'branch'), goods: reference('商品', 'goods'), direction: { type: 'choice', label: '方向', options: { in: '入', out: '出' } }, quantity: integer('数量'), after: integer('结存') },
    ledger: { balance: 'holding', key: ['branch', 'goods'], quantity: 'quantity', direction: 'direction', after: 'after', onHand: 'onHand', frozen: 'frozen' },
  },
  'app-definitions/shop/stock/holding.entity.json': {
    label: '库存', title: 'goods', owner: 'branch', unique: [['branch', 'goods']],
    fields: { branch: reference('分店', 'branch'), goods: reference('商品', 'goods'), onHand: integer('数量'), frozen: integer('冻结') },
  },
  'app-definitions/shop/stock/slip.entity.json': {
    label: '库存单', owner: 'branch',
    fields: {
      branch: reference('分店', 'branch', { required: true }), goods: reference('商品', 'goods', { required: true }), quantity: integer('数量', { required: true, min: 1 }),
      kind: { type: 'choice', label: '种类', required: true, options: { in: '入', out: '出', take: '取', freeze: '冻结', thaw: '解冻', use: '动用' } },
    },
  },
  'app-definitions/shop/stock/book.action.json': {
    label: '登账', entity: 'slip',
    steps: [
      { when: 'record.kind = "in" or record.kind = "out"', post: { ledger: 'move', set: { branch: 'record.branch', goods: 'record.goods', direction: 'record.kind', quantity: 'record.quantity' }, field: 'quantity' } },
      { when: 'record.kind = "use"', post: { ledger: 'move', fromFrozen: true, set: { branch: 'record.branch', goods: 'record.goods', direction: '"out"', quantity: 'record.quantity' }, field: 'quantity' } },
      { when: 'record.kind = "take"', take: { ledger: 'move', where: { goods: 'record.goods' }, order: ['branch.code'], quantity: 'record.quantity', set: { direction: '"out"' }, field: 'quantity' } },
      { when: 'record.kind = "freeze"', reserve: { ledger: 'move', key: { branch: 'record.branch', goods: 'record.goods' }, quantity: 'record.quantity', field: 'quantity' } },
      { when: 'record.kind = "thaw"', release: { ledger: 'move', key: { branch: 'record.branch', goods: 'record.goods' }, quantity: 'record.quantity', field: 'quantity' } },
    ],
  },
  'app-definitions/shop/stock/floor.entity.json': {
    label: '下限', owner: 'branch', unique: [['branch', 'goods']],
    fields: { branch: reference('分店', 'branch', { required: true }), goods: reference('商品', 'goods', { required: true }), least: integer('最少', { required: true }) },
  },
  'app-definitions/shop/stock/shortage.entity.json': {
    label: '短缺', owner: 'branch', fields: { branch: reference('分店', 'branch'), goods: reference('商品', 'goods'), left: integer('剩余'), state: { type: 'choice', label: '状态', options: { open: '未补', cleared: '已补' } } },
  },
  'app-definitions/shop/stock/shortage.alert.json': {
    label: '短缺', kind: 'threshold', rules: 'floor', of: 'holding', match: { branch: 'branch', goods: 'goods' }, sum: 'onHand', below: 'least',
    record: { entity: 'shortage', set: { branch: 'rule.branch', goods: 'rule.goods', left: 'value' }, open: { field: 'state', open: 'open', cleared: 'cleared' } },
  },
  'app-definitions/shop/stock/expiry.alert.json': {
    label: '到期', kind: 'date-tiers', rules: 'expiry-rule', of: 'order', match: { branch: 'branch' }, date: 'day', lead: 'lead', tiers: [{ name: 'month', before: 'P1M' }],
    record: { entity: 'shortage', set: { branch: 'rule.branch', state: '"open"' } },
  },
  'app-definitions/shop/stock/expiry-rule.entity.json': { label: '到期规则', fields: { branch: reference('分店', 'branch'), lead: { type: 'choice', label: '提前', options: { month: '一个月' } } } },
  'app-definitions/shop/stock/daily.job.json': { label: '每日', cron: '0 6 * * *', run: [{ alert: 'expiry' }] },
  'app-definitions/shop/roles/clerk.role.json': {
    label: '店员',
    grants: {
      branch: { read: true, scope: 'all' }, goods: { read: true, scope: 'all' }, holding: { read: true }, move: { read: true }, slip: { read: true, create: true, actions: ['book'] },
      order: { read: true, create: true, update: { where: { status: 'draft' } }, delete: true, export: true, actions: ['place', 'submit'], readOnly: ['note'], hide: ['secret'], mask: ['phone'] },
    },
  },
  'app-definitions/shop/roles/manager.role.json': {
    label: '店长',
    grants: {
      branch: { read: true, create: true, update: true, delete: true, scope: 'all' }, goods: { read: true, create: true, update: true, delete: true, scope: 'all' }, shelf: { read: true, create: true, update: true, delete: true, scope: 'all' },
      order: { read: true, create: true, update: true, delete: true, actions: ['place', 'submit'] }, slip: { read: true, create: true, actions: ['book'] }, holding: { read: true }, move: { read: true }, floor: { read: true, create: true, update: true }, shortage: { read: true },
    },
    reports: ['by-branch'],
  },
  'workflows/shop/approval.bpmn': approval,
};

/** Files of a small app with every kind of definition, by path: what tests spoil, change or run. */
export function shopFiles(): Record<string, unknown> {
  return structuredClone(contents);
}

/** The same as sources. */
export function shopDefinitions(files = shopFiles()): Source[] {
  return Object.entries(files).map(([file, content]) => {
    const parts = file.split('/');
    const base = parts.at(-1)!;
    const [name, kind] = base === 'app.json' ? ['app', 'app'] : base.endsWith('.bpmn') ? [base.replace('.bpmn', ''), 'process'] : base.replace(/\.json$/, '').split('.');
    return { file, app: parts[1]!, name: name!, kind: kind!, content };
  });
}
