import type { Job } from '../../jobs/job.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../widgets/icon.tsx';
import type { Choices } from './import-dialog.tsx';

export interface ImportReport { dryRun: boolean; stored: boolean; total: number; created: number; updated: number; unchanged: number; failed: number; errors?: { row: number; column: string; message: string }[] }

const shown = 100;

/** What an import did or would do, the wrong rows by row and column, and the file with all of them. */
export function ImportResult({ job, report, isTrial, mode }: { job: Job; report: ImportReport | undefined; isTrial: boolean; mode: Choices['mode'] }) {
  const counts = report === undefined ? null : (
    <dl className="import-counts">
      {(['total', 'created', 'updated', 'unchanged', 'failed'] as const).map((name) => <div key={name} className={name === 'failed' && report.failed > 0 ? 'is-bad' : ''}><dt>{t(`import.${name}`)}</dt><dd>{report[name]}</dd></div>)}
    </dl>
  );
  if (report === undefined || job.status === 'failed' || job.status === 'cancelled') return <><p className="field-error" role="alert">{job.error ?? t('error.unknown')}</p>{counts}</>;
  const isFine = report.failed === 0;
  const text = isTrial ? isFine ? t('import.checkedFine') : mode === 'skip-bad' ? t('import.checkedSkip') : t('import.checkedBad') : report.stored ? isFine ? t('import.allDone') : t('import.someDone') : isFine ? t('import.nothingNew') : t('import.nothingDone');
  const errors = report.errors ?? [];
  return (
    <>
      <p className={`import-verdict ${isFine ? 'is-fine' : 'is-bad'}`} role="status"><Icon name={isFine ? 'check' : 'warning'} />{text}</p>
      {counts}
      {errors.length === 0 ? null : (
        <>
          <div className="table-scroll import-errors">
            <table className="table">
              <thead><tr><th scope="col" className="is-number">{t('import.row')}</th><th scope="col">{t('import.column')}</th><th scope="col">{t('import.problem')}</th></tr></thead>
              <tbody>{errors.slice(0, shown).map((error, i) => <tr key={i}><td className="is-number">{error.row}</td><td>{error.column}</td><td>{error.message}</td></tr>)}</tbody>
            </table>
          </div>
          <p>{job.result === undefined ? null : <a href={job.result.url} download={job.result.name}>{t('import.errorFile')}</a>} <span className="muted">{t('import.errorHelp')}</span></p>
        </>
      )}
    </>
  );
}
