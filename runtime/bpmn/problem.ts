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
  'bpmn.no-start': { en: 'the process has no none start event', zh: '流程没有普通开始事件' },
  'bpmn.several-starts': { en: 'the process has several none start events', zh: '流程有多个普通开始事件' },
  'bpmn.start-incoming': { en: 'a start event has no incoming flow', zh: '开始事件不能有流入' },
  'bpmn.end-outgoing': { en: 'an end event has no outgoing flow', zh: '结束事件不能有流出' },
  'bpmn.boundary-incoming': { en: 'a boundary event has no incoming flow', zh: '边界事件不能有流入' },
  'bpmn.boundary-host': { en: 'a boundary event hangs on a user task or a service task', zh: '边界事件只能附着在用户任务或服务任务上' },
  'bpmn.unreachable': { en: 'no path leads from the start event to this element', zh: '从开始事件到不了该元素' },
  'bpmn.dead-end': { en: 'the path stops here without an end event', zh: '路径在此中断，没有结束事件' },
  'bpmn.no-way-out': { en: 'no path leads from this element to an end event', zh: '从该元素到不了任何结束事件' },
  'bpmn.flow-without-condition': { en: 'flow {flow} out of the exclusive gateway has no condition and is not the default', zh: '排他网关的流出 {flow} 没有条件，也不是默认流' },
  'bpmn.default-with-condition': { en: 'the default flow {flow} has a condition that would be ignored', zh: '默认流 {flow} 带有不会生效的条件' },
  'bpmn.default-not-exclusive': { en: 'only an exclusive gateway has a default flow', zh: '只有排他网关可以有默认流' },
  'bpmn.condition-not-exclusive': { en: 'only flows out of an exclusive gateway have conditions', zh: '只有排他网关的流出可以带条件', hint: 'put an exclusive gateway behind the element' },
  'bpmn.condition-language': { en: 'the condition names no language', zh: '条件没有写明语言', hint: 'write language="feel" or begin with "="' },
  'bpmn.expression-language': { en: 'language {language} is not supported', zh: '不支持表达式语言 {language}', hint: 'write the expression in FEEL' },
  'bpmn.empty-expression': { en: 'the expression is empty', zh: '表达式为空' },
  'bpmn.timer-missing': { en: 'the timer has no duration, date or cycle, or more than one', zh: '定时器须写明时长、日期、周期中的一项' },
  'bpmn.timer-format': { en: '"{text}" is no ISO 8601 {kind}', zh: '“{text}” 不是 ISO 8601 格式的 {kind}', hint: 'e.g. P3D, 2026-04-10T09:00:00+08:00, R3/PT1H; FEEL begins with "="' },
  'bpmn.task-without-people': { en: 'the user task has neither candidate groups nor an assignee', zh: '用户任务没有候选角色，也没有办理人' },
  'bpmn.assignee': { en: 'assignee "{text}" is not supported', zh: '不支持办理人 “{text}”', hint: 'write ${starter}, or use camunda:candidateGroups' },
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
  'bpmn.service-without-topic': { en: 'the service task needs camunda:type="external" and camunda:topic', zh: '服务任务须有 camunda:type="external" 和 camunda:topic' },
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
