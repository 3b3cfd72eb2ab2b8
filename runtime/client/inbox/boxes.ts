import type { ClientTask } from '../../model/client-task-types.ts';

export const boxes = ['todo', 'claimable', 'done', 'finished', 'started', 'copied', 'delegated'] as const;
export type Box = (typeof boxes)[number];

/** `GET /api/tasks`. */
export interface TaskPageData {
  items: ClientTask[]; page: number; pageSize: number; total: number; counts: Partial<Record<Box, number>>;
  processes: { name: string; label: string; count: number }[];
}

/** Boxes whose rows are whole requests, not tasks. */
export const ofInstances: readonly Box[] = ['started', 'finished', 'copied'];
