import { useCallback, useEffect, useState } from 'react';
import { api } from '../api.ts';
import { MenuButton } from '../shell/menu-button.tsx';
import { t } from '../texts.ts';
import { formatAgo } from '../widgets/format.ts';
import { Icon } from '../widgets/icon.tsx';
import { cancelJob, isRunning, onJobsChanged, type Job } from './job.ts';
import { JobProgress } from './job-progress.tsx';
import './jobs.css';

const everyMs = 3_000;

/** The tray in the head: imports, exports and prints that go on in the background, and what they left. Not there while there is nothing. */
export function JobTray() {
  const [jobs, setJobs] = useState<Job[]>([]);
  const load = useCallback(async () => {
    try {
      setJobs((await api.get<{ items: Job[] }>('/api/jobs')).items);
    } catch {
      // Told by the page itself; the next look makes up for it.
    }
  }, []);
  const running = jobs.filter(isRunning).length;
  useEffect(() => { void load(); return onJobsChanged(() => { void load(); }); }, [load]);
  useEffect(() => {
    if (running === 0) return undefined;
    const timer = setInterval(() => { if (document.visibilityState === 'visible') void load(); }, everyMs);
    return () => clearInterval(timer);
  }, [running, load]);
  if (jobs.length === 0) return null;
  return (
    <MenuButton label={running > 0 ? t('job.trayRunning', { count: running }) : t('job.tray')} width={340} onOpen={() => { void load(); }}
      face={<><Icon name="tray" size={20} />{running > 0 ? <span className="badge">{running}</span> : null}</>}>
      {() => (
        <div className="bell-box">
          <p className="bell-head"><strong>{t('job.tray')}</strong></p>
          <ul className="job-list">{jobs.slice(0, 8).map((job) => <JobItem key={job.id} job={job} />)}</ul>
        </div>
      )}
    </MenuButton>
  );
}

function JobItem({ job }: { job: Job }) {
  const kind = job.task === 'import-records' ? t('job.import') : job.task === 'print-records' ? t('job.print') : t('job.export');
  const label = `${kind} · ${job.name}`;
  return (
    <li>
      <p className="job-title"><span>{label}</span><time dateTime={job.createdAt}>{formatAgo(job.createdAt)}</time></p>
      <JobProgress job={job} label={label} />
      {job.error === undefined ? null : <p className="field-error">{job.error}</p>}
      <p className="job-actions">
        {job.result === undefined ? null : <a href={job.result.url} download={job.result.name}>{job.task === 'import-records' ? t('import.errorFile') : t('action.download')}</a>}
        {isRunning(job) ? <button type="button" className="link-button" onClick={() => { void cancelJob(job.id); }}>{t('action.cancel')}</button> : null}
      </p>
    </li>
  );
}
