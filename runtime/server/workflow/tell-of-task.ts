import { sendText, type MessageLink } from '../messages/index.ts';
import type { TransactionContext } from '../operations/in-transaction.ts';

/** What people are told about a task that waits for them. */
export interface TaskNotice { process: string; record: string; task: string; applicant: string; /** Who decided before, how, and with which words. */ said?: string; link: MessageLink }

/** Puts a notice into the mailbox of everybody who may do the task. */
export async function tellOfTask(ctx: TransactionContext, people: readonly string[], { process, record, task, applicant, said, link }: TaskNotice): Promise<void> {
  const title = `待办：${process} · ${record} · ${task}`;
  await sendText(ctx, people, { title, body: `${applicant}提交的“${record}”需要您办理：${task}。${said === undefined ? '' : `\n${said}`}` }, link);
}
