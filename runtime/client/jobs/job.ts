import { api } from '../api.ts';

/** Background work of this person, as the server tells it. */
export interface Job {
  id: string; task: string; name: string; createdAt: string; status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  progress: { done: number; total: number | null }; result?: { url: string; name: string }; report?: Record<string, unknown>; error?: string;
}

/** Does it still go on? */
export function isRunning(job: Pick<Job, 'status'>): boolean {
  return job.status === 'waiting' || job.status === 'running';
}

const listeners = new Set<() => void>();

/** Calls the listener when this person has started, cancelled or finished work. */
export function onJobsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

/** Tells the tray that there is something new. */
export function jobsChanged(): void {
  listeners.forEach((listener) => listener());
}

/** Shows the state of a job whenever it changes, until it has ended; the server tells it, else it is asked. */
export async function followJob(id: string, show: (job: Job) => void, signal?: AbortSignal): Promise<Job> {
  jobsChanged();
  const path = `/api/jobs/${encodeURIComponent(id)}`;
  const told = await new Promise<Job | null>((resolve) => {
    const source = new EventSource(`${path}/events`);
    const end = (job: Job | null) => { source.close(); resolve(job); };
    source.onmessage = (event) => {
      const job = JSON.parse(String(event.data)) as Job;
      show(job);
      if (!isRunning(job)) end(job);
    };
    source.onerror = () => end(null);
    signal?.addEventListener('abort', () => end(null));
  });
  let job = told ?? await api.get<Job>(path, {}, signal);
  while (isRunning(job) && signal?.aborted !== true) {
    show(job);
    await new Promise((resolve) => { setTimeout(resolve, 1_000); });
    job = await api.get<Job>(path, {}, signal);
  }
  show(job);
  jobsChanged();
  return job;
}

/** Asks a job to stop. */
export async function cancelJob(id: string): Promise<void> {
  await api.post(`/api/jobs/${encodeURIComponent(id)}/cancel`);
  jobsChanged();
}

/** Lets the browser fetch what a job made. */
export function fetchResult(job: Job): void {
  if (job.result === undefined) return;
  const link = document.createElement('a');
  link.href = job.result.url;
  link.download = job.result.name;
  link.click();
}
