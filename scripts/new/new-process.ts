import { MistakenOrder, toJson, type Scaffold } from './scaffold.ts';

type Grants = Record<string, { actions?: string[] } & Record<string, unknown>>;

/** An approval of one step for the entity of the same name: states, who submits, who reviews, and the diagram. */
export const newProcess: Scaffold = async ({ read, has }, { app, name }, label) => {
  const entityPath = `app-definitions/${app}/${name}/${name}.entity.json`;
  const entity = await read(entityPath);
  const fields = entity['fields'] as Record<string, unknown>;
  const path = `workflows/${app}/${name}.bpmn`;
  if (has(path)) throw new MistakenOrder(`流程 ${path} 已存在。/ The process ${path} exists already.`);
  if (entity['states'] !== undefined || fields['status'] !== undefined) throw new MistakenOrder(`${entityPath} 已有状态，请自行编写流程。/ ${entityPath} has states already: write the process by hand.`);
  const rolePath = `app-definitions/${app}/roles/manager.role.json`;
  const manager = await read(rolePath);
  const grants = manager['grants'] as Grants;
  const own = grants[name];
  if (!own) throw new MistakenOrder(`${rolePath} 未授权 ${name}。/ ${rolePath} does not grant ${name}.`);
  const reviewer = `app-definitions/${app}/roles/reviewer.role.json`;
  const review = has(reviewer) ? await read(reviewer) : { label: '审批人', grants: { 'platform/organization': { read: true }, 'platform/user': { read: true, hide: ['mobile', 'email'] } } };
  const reviewed = toJson({ ...review, grants: { ...(review['grants'] as Grants), [name]: { read: { where: { status: { $ne: 'draft' } } } } } });
  return {
    made: { [path]: diagram(app, name, label), ...(has(reviewer) ? {} : { [reviewer]: reviewed }) },
    changed: {
      ...(has(reviewer) ? { [reviewer]: reviewed } : {}),
      [rolePath]: toJson({ ...manager, grants: { ...grants, [name]: { ...own, actions: [...(own.actions ?? []), 'submit'] } } }),
      [entityPath]: toJson({
        ...entity,
        fields: { ...fields, status: { type: 'choice', label: '状态', options: { draft: '草稿', 'in-review': { label: '待审批', color: 'blue' }, returned: { label: '已退回', color: 'orange' }, approved: { label: '已同意', color: 'green' } } } },
        states: {
          field: 'status', initial: 'draft', editable: ['draft', 'returned'],
          transitions: [{ from: ['draft', 'returned'], to: 'in-review', by: [name] }, { from: ['in-review'], to: 'returned', by: [name] }, { from: ['in-review'], to: 'approved', by: [name] }],
        },
      }),
    },
  };
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function diagram(app: string, name: string, label: string): string {
  const flow = (id: string, from: string, to: string, when?: string): string => `    <bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${when ? `>\n      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="feel">${when}</bpmn:conditionExpression>\n    </bpmn:sequenceFlow>` : ' />'}`;
  const shape = (id: string, x: number, y: number, width: number, height: number): string => `      <bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
  const edge = (id: string, ...points: [number, number][]): string => `      <bpmndi:BPMNEdge id="${id}-edge" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;
  const task = (id: string, title: string, attributes: string, outcomes: string): string => `    <bpmn:userTask id="${id}" name="${title}" ${attributes}>\n      <bpmn:extensionElements>\n        <tamga:outcomes>\n${outcomes}\n        </tamga:outcomes>\n      </bpmn:extensionElements>\n    </bpmn:userTask>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:tamga="https://tamga.dev/schema/bpmn/1.0" id="definitions" targetNamespace="https://tamga.dev/process/${app}">
  <bpmn:process id="${name}" name="${escaped(label)}" isExecutable="true" tamga:entity="${app}/${name}">
    <bpmn:startEvent id="start" name="提交" camunda:initiator="starter" />
${task('review', '审批', `camunda:candidateGroups="${app}.reviewer" tamga:status="in-review"`, '          <tamga:outcome name="approve" label="同意" labelEn="Approve" style="primary" />\n          <tamga:outcome name="return" label="退回" labelEn="Return" opinion="required" />')}
    <bpmn:exclusiveGateway id="decision" name="审批结果" default="to-revise" />
${task('revise', '修改后重新提交', 'camunda:assignee="${starter}" tamga:status="returned" tamga:edits="name,note"', '          <tamga:outcome name="submit" label="重新提交" labelEn="Submit again" style="primary" />')}
    <bpmn:endEvent id="approved" name="已同意" tamga:status="approved" />
${[flow('to-review', 'start', 'review'), flow('to-decision', 'review', 'decision'), flow('to-approved', 'decision', 'approved', 'outcome = "approve"'), flow('to-revise', 'decision', 'revise'), flow('resubmit', 'revise', 'review')].join('\n')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${name}">
${[shape('start', 160, 122, 36, 36), shape('review', 260, 100, 100, 80), shape('decision', 425, 115, 50, 50), shape('revise', 260, 240, 100, 80), shape('approved', 572, 122, 36, 36)].join('\n')}
${[edge('to-review', [196, 140], [260, 140]), edge('to-decision', [360, 140], [425, 140]), edge('to-approved', [475, 140], [572, 140]), edge('to-revise', [450, 165], [450, 280], [360, 280]), edge('resubmit', [310, 240], [310, 180])].join('\n')}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}
