import { api } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { formatDateTime } from '../widgets/format.ts';
import { PageHead } from '../widgets/page.tsx';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { Tag } from '../widgets/tag.tsx';
import { useLoad } from '../widgets/use-load.ts';
import './tools.css';

interface Evidence { clause: string; title: string; met: boolean; setting: string; result: string; at: string }

/** Requirements of the security assessment, each tried when the page is opened. */
export default function EvidencePage() {
  const loaded = useLoad<{ items: Evidence[] }>('evidence', (signal) => api.get<{ items: Evidence[] }>('/api/evidence', {}, signal));
  const items = loaded.data?.items ?? [];
  return (
    <>
      <PageHead title={t('evidence.title')} crumbs={[{ label: t('evidence.title') }]} actions={<Button icon="refresh" isBusy={loaded.isLoading} onClick={() => { void loaded.reload(); }}>{t('evidence.again')}</Button>} />
      <p className="muted">{t('evidence.intro')}</p>
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : items.length === 0 ? <Skeleton rows={8} /> : (
        <div className="card tool-table">
          <table>
            <caption>{t('evidence.summary', { met: items.filter(({ met }) => met).length, all: items.length, time: formatDateTime(items[0]!.at) })}</caption>
            <thead><tr>{(['clause', 'requirement', 'met', 'setting', 'result'] as const).map((name) => <th key={name} scope="col">{t(`evidence.${name}`)}</th>)}</tr></thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.clause}>
                  <th scope="row">{one.clause}</th>
                  <td>{one.title}</td>
                  <td><Tag text={t(one.met ? 'evidence.met' : 'evidence.notMet')} color={one.met ? 'green' : 'red'} /></td>
                  <td>{one.setting}</td>
                  <td>{one.result}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
