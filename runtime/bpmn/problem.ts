/** What is wrong with a process, for the person who draws it. */
export type Problem = {
  readonly code: string;
  readonly elementId: string;
  readonly message: string;
  readonly messageZh: string;
  readonly hint?: string;
};

type Text = { readonly en: string; readonly zh: string; readonly hint?: string };

const texts = {
  'bpmn.unreadable': { en: 'the file is not readable BPMN 2.0: {reason}', zh: '文件不是可读的 BPMN 2.0：{reason}' },
  'bpmn.too-large': { en: 'the file has more than {limit} characters', zh: '文件超过 {limit} 个字符' },
  'bpmn.content': { en: '{reason}', zh: '无法理解的内容：{reason}', hint: 'the BPMN, camunda: and tamga: names are case-sensitive' },
  'bpmn.no-process': { en: 'the file contains no process', zh: '文件中没有流程' },
  'bpmn.several-processes': { en: 'the file contains several executable processes: {ids}', zh: '文件中有多个可执行流程：{ids}', hint: 'set isExecutable="false" on the ones that only document a partner' },
  'bpmn.unknown-attribute': { en: 'unknown attribute {name}', zh: '未知属性 {name}', hint: 'the README of runtime/bpmn lists the tamga: attributes' },
  'bpmn.unsupported-element': { en: '{type} is not supported', zh: '不支持 {type}' },
  'bpmn.unsupported-part': { en: '{type} with {part} is not supported', zh: '不支持 {type} 的 {part}' },
  'bpmn.missing-id': { en: '{type} has no id', zh: '{type} 没有 id' },
  'bpmn.loose-flow': { en: 'the sequence flow has no source or no target', zh: '顺序流缺少起点或终点' },
  'bpmn.flow-across-scopes': { en: 'the sequence flow leaves its process or sub-process', zh: '顺序流越出了所在的流程或子流程' },
  'bpmn.not-drawn': { en: 'the element is missing in the diagram', zh: '流程图中没有画出该元素', hint: 'open and save the file in a BPMN modeler' },
  'bpmn.no-diagram': { en: 'the file has no diagram', zh: '文件中没有流程图', hint: 'draw the process in a BPMN modeler' },
  'bpmn.no-start': { en: 'the process or sub-process has no start event', zh: '流程或子流程没有开始事件' },
  'bpmn.several-starts': { en: 'the process has several none start events', zh: '流程有多个普通开始事件' },
  'bpmn.start-incoming': { en: 'a start event has no incoming flow', zh: '开始事件不能有流入' },
  'bpmn.end-outgoing': { en: 'an end event has no outgoing flow', zh: '结束事件不能有流出' },
  'bpmn.boundary-incoming': { en: 'a boundary event has no incoming flow', zh: '边界事件不能有流入' },
  'bpmn.boundary-host': { en: 'a boundary event of the kind {event} can\'t hang on this element', zh: '{event} 边界事件不能附着在该元素上', hint: 'it hangs on an activity that waits: a task for people or services, a sub-process, a call' },
  'bpmn.start-place': { en: 'a start event of the kind {event} can\'t stand here', zh: '{event} 开始事件不能放在这里', hint: 'errors and escalations start event sub-processes only; an embedded sub-process starts plainly' },
  'bpmn.error-not-interrupting': { en: 'an error always interrupts', zh: '错误事件总是中断的' },
  'bpmn.event-name': { en: 'the {event} event refers to no {event} with a name', zh: '{event} 事件没有引用带名称的 {event}' },
  'bpmn.event-code': { en: 'the {event} that is thrown has no code', zh: '抛出的 {event} 没有代码' },
  'bpmn.event-gateway': { en: 'an event-based gateway needs two events behind it', zh: '事件网关之后至少要有两个事件' },
  'bpmn.event-gateway-target': { en: 'behind an event-based gateway only catch events and receive tasks stand, reached by it alone: {target}', zh: '事件网关之后只能是仅由它到达的捕获事件或接收任务：{target}' },
  'bpmn.cancel-place': { en: 'a cancel end event stands in a transaction', zh: '取消结束事件只能放在事务子流程中' },
  'bpmn.compensation-handler': { en: 'the compensation event is associated with no activity for compensation beside it', zh: '补偿事件没有关联同一层的补偿活动', hint: 'set isForCompensation="true" on the activity and draw an association to it' },
  'bpmn.compensation-flow': { en: 'a compensation event has no outgoing flow', zh: '补偿事件不能有流出' },
  'bpmn.handler-flow': { en: 'an activity for compensation has no sequence flows', zh: '补偿活动不能有顺序流' },
  'bpmn.event-sub-process-start': { en: 'an event sub-process needs exactly one start event, with an event', zh: '事件子流程须有且仅有一个带事件的开始事件' },
  'bpmn.event-sub-process-flow': { en: 'an event sub-process has no flows and no boundary events', zh: '事件子流程不能有顺序流和边界事件' },
  'bpmn.script': { en: 'the script task needs a FEEL script and camunda:resultVariable', zh: '脚本任务须有 FEEL 脚本和 camunda:resultVariable' },
  'bpmn.decision': { en: 'the business rule task needs camunda:decisionRef or an external topic', zh: '业务规则任务须有 camunda:decisionRef 或外部主题' },
  'bpmn.called-element': { en: 'the call activity needs the fixed id of a process', zh: '调用活动须写明固定的流程标识' },
  'bpmn.variable-mapping': { en: 'a variable mapping needs a source and a target', zh: '变量映射须有来源和目标' },
  'bpmn.multi-instance': { en: 'a multi-instance activity needs either a loopCardinality or camunda:collection', zh: '多实例须写明 loopCardinality 或 camunda:collection 之一' },
  'bpmn.juel': { en: '"{text}" can\'t be read: {reason}', zh: '无法理解 “{text}”：{reason}', hint: 'of JUEL literals, paths, comparisons, boolean and arithmetic operators, empty, ? : and execution.getVariable are known; or write FEEL behind "="' },
  'bpmn.working-days': { en: 'working days are counted in durations only', zh: '工作日只能用于时长' },
  'bpmn.unreachable': { en: 'no path leads from the start event to this element', zh: '从开始事件到不了该元素' },
  'bpmn.dead-end': { en: 'the path stops here without an end event', zh: '路径在此中断，没有结束事件' },
  'bpmn.no-way-out': { en: 'no path leads from this element to an end event', zh: '从该元素到不了任何结束事件' },
  'bpmn.flow-without-condition': { en: 'flow {flow} out of the gateway has no condition and is not the default', zh: '网关的流出 {flow} 没有条件，也不是默认流' },
  'bpmn.default-with-condition': { en: 'the default flow {flow} has a condition that would be ignored', zh: '默认流 {flow} 带有不会生效的条件' },
  'bpmn.default-not-exclusive': { en: 'only an exclusive or inclusive gateway has a default flow', zh: '只有排他网关和包容网关可以有默认流' },
  'bpmn.condition-not-exclusive': { en: 'only flows out of an exclusive or inclusive gateway have conditions', zh: '只有排他网关和包容网关的流出可以带条件', hint: 'put an exclusive gateway behind the element' },
  'bpmn.condition-language': { en: 'the condition names no language', zh: '条件没有写明语言', hint: 'write language="feel" or begin with "="' },
  'bpmn.expression-language': { en: 'language {language} is not supported', zh: '不支持表达式语言 {language}', hint: 'write the expression in FEEL' },
  'bpmn.empty-expression': { en: 'the expression is empty', zh: '表达式为空' },
  'bpmn.timer-missing': { en: 'the timer has no duration, date or cycle, or more than one', zh: '定时器须写明时长、日期、周期中的一项' },
  'bpmn.timer-format': { en: '"{text}" is no ISO 8601 {kind}', zh: '“{text}” 不是 ISO 8601 格式的 {kind}', hint: 'e.g. P3D, 2026-04-10T09:00:00+08:00, R3/PT1H; FEEL begins with "="' },
  'bpmn.task-without-people': { en: 'the user task has neither candidate groups nor an assignee', zh: '用户任务没有候选角色，也没有办理人' },
  'bpmn.role-name': { en: '"{text}" is no role name of the form app.role', zh: '“{text}” 不是 应用.角色 形式的角色名' },
  'bpmn.scope-without-candidates': { en: 'a scope needs candidate groups', zh: '设置范围须同时设置候选角色' },
  'bpmn.starter-excluded': { en: 'the task is for the starter and excludes the starter', zh: '任务指定给发起人，又排除了发起人' },
  'bpmn.outcome-duplicate': { en: 'outcome "{name}" occurs twice', zh: '办理结果 “{name}” 重复' },
  'bpmn.outcome-incomplete': { en: 'an outcome needs a name (letters, digits, -) and a label', zh: '办理结果须有名称（字母、数字、-）和标签' },
  'bpmn.value': { en: '{name} must be one of {allowed}, not "{text}"', zh: '{name} 只能是 {allowed}，不能是 “{text}”' },
  'bpmn.warn-after-due': { en: 'the warning must come before the deadline: warnWorkdays is less than workdays', zh: '预警须早于时限：warnWorkdays 应小于 workdays' },
  'bpmn.escalate-without-due': { en: 'escalateTo needs a deadline (workdays)', zh: '设置 escalateTo 须同时设置时限 workdays' },
  'bpmn.sign-missing': { en: 'signers, pass and veto need tamga:sign', zh: '设置 signers、pass、veto 须同时设置 tamga:sign', hint: 'tamga:sign is all, any or vote' },
  'bpmn.sign-without-roles': { en: 'a step that several sign needs candidate groups', zh: '会签、或签、票签须设置候选角色' },
  'bpmn.sign-outcomes': { en: 'a step that several sign needs an approving outcome and an opposing one', zh: '会签、或签、票签须有同意与不同意两种以上办理结果' },
  'bpmn.entity': { en: 'entity "{text}" is not of the form app/entity', zh: '实体 “{text}” 不是 应用/实体 的形式' },
  'bpmn.service-without-topic': { en: 'the {type} needs camunda:type="external" and camunda:topic', zh: '{type} 须有 camunda:type="external" 和 camunda:topic' },
} as const satisfies Record<string, Text>;

export type ProblemCode = keyof typeof texts;

/** Builds a problem from its code; `{name}` in the texts is replaced from the parameters. */
export function problem(code: ProblemCode, elementId: string, params: Readonly<Record<string, string>> = {}): Problem {
  const text: Text = texts[code];
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  return {
    code, elementId, message: fill(text.en), messageZh: fill(text.zh),
    ...(text.hint === undefined ? {} : { hint: text.hint }),
  };
}
