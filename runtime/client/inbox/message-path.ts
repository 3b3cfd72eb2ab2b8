import type { ClientMessage } from '../../model/client-types.ts';
import { recordPath, taskPath } from '../widgets/paths.ts';

/** Where a message leads: the task to do, else the record it is about. */
export function messagePath(message: ClientMessage): string | null {
  if (message.link === null) return null;
  const { app, entity, id, task } = message.link;
  return task === undefined || task === '' ? recordPath(app, entity, id) : taskPath(task);
}
