import { entityOf } from '../../model/model.ts';
import { create } from '../operations/create.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';

/** What people are told about a task that waits for them. */
export interface TaskNotice {
  process: string;
  record: string;
  task: string;
  applicant: string;
  link: { app: string; entity: string; id: string; task: string };
}

/** Puts a notice into the mailbox of everybody who may do the task. */
export async function tellOfTask(ctx: TransactionContext, people: readonly string[], { process, record, task, applicant, link }: TaskNotice): Promise<void> {
  const message = entityOf(ctx.model, 'platform/message');
  for (const recipient of people) {
    await create(ctx, message, {
      recipient, sentAt: ctx.services.clock.now().toISOString(),
      title: `待办：${process} · ${record} · ${task}`,
      body: `${applicant}提交的“${record}”需要您办理：${task}。`,
      linkApp: link.app, linkEntity: link.entity, linkRecord: link.id, linkTask: link.task,
    });
  }
}
