import { sendText } from '../../messages/index.ts';
import type { Context } from '../../context.ts';
import type { Instance } from '../instance.ts';

/** Tells people something about an instance, with the way to the task or to its record. */
export async function tell(ctx: Context, people: readonly string[], { instance, task, title, body }: { instance: Instance; task?: string; title: string; body: string }): Promise<void> {
  const [app = '', entity = ''] = instance.entity.split('/');
  await sendText(ctx, people.filter((id) => id !== ctx.principal.user?.id), { title, body }, { app, entity, id: instance.recordId, ...(task === undefined ? {} : { task }) });
}
