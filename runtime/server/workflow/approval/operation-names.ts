import type { InstanceOperation, TaskOperation } from '../../../bpmn/index.ts';

/** What the operations are called. */
export const operationNames: Record<TaskOperation | InstanceOperation, { zh: string; en: string }> = {
  transfer: { zh: '转办', en: 'transfer' }, delegate: { zh: '委托', en: 'delegate' }, 'add-sign': { zh: '加签', en: 'add a signer' }, return: { zh: '退回', en: 'return' },
  recall: { zh: '撤回', en: 'recall' }, copy: { zh: '抄送', en: 'copy' }, urge: { zh: '催办', en: 'urge' }, withdraw: { zh: '撤销', en: 'withdraw' },
};
