import { t } from '../texts.ts';
import { isRunning, type Job } from './job.ts';

/** How far a job is, in words and as a bar. */
export function JobProgress({ job, label }: { job: Job | null; label: string }) {
  const { done = 0, total = null } = job?.progress ?? {};
  const isKnown = total !== null && total > 0;
  const text = job === null || job.status === 'waiting' ? t('job.waiting') : job.status === 'running' ? isKnown ? t('job.progress', { done, total }) : t('job.progressOpen', { done }) : t(`job.${job.status}`);
  return (
    <div role="status">
      <p>{text}</p>
      {job === null || isRunning(job) ? <progress className="wide" aria-label={label} max={1} value={isKnown ? Math.min(1, done / total) : undefined} /> : null}
    </div>
  );
}
