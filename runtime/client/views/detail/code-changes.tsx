import type { ClientCodeChanges } from '../../../model/client-types.ts';
import { api, recordsPath } from '../../api.ts';
import { t } from '../../texts.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { useLoad } from '../../widgets/use-load.ts';

/** Which codes a version brings, drops and changes against the one in force before it. */
export function CodeChanges({ app, entity, id }: { app: string; entity: string; id: string }) {
  const loaded = useLoad(`${app}/${entity}/${id} codes`, (signal) => api.get<ClientCodeChanges>(recordsPath(app, entity, id, 'code-changes'), {}, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={4} />;
  const { from, to, counts, added, retired, changed } = loaded.data;
  const list = (title: string, codes: { code: string; label: string }[]) => codes.length === 0 ? null : (
    <section className="code-changes">
      <h3>{title}</h3>
      <table className="table"><thead><tr><th scope="col">{t('codes.code')}</th><th scope="col">{t('codes.label')}</th></tr></thead><tbody>{codes.map(({ code, label }) => <tr key={code}><td>{code}</td><td>{label}</td></tr>)}</tbody></table>
    </section>
  );
  return (
    <>
      <p>{from === null ? t('codes.first', { to }) : t('codes.against', { from, to })}<strong>{t('codes.counts', counts)}</strong></p>
      {list(t('codes.added', { count: counts.added }), added)}
      {list(t('codes.retired', { count: counts.retired }), retired)}
      {changed.length === 0 ? null : (
        <section className="code-changes">
          <h3>{t('codes.changed', { count: counts.changed })}</h3>
          <table className="table changes"><thead><tr><th scope="col">{t('codes.code')}</th><th scope="col">{t('history.before')}</th><th scope="col">{t('history.after')}</th></tr></thead>
            <tbody>{changed.map(({ code, before, after }) => <tr key={code}><th scope="row">{code}</th><td className="is-before">{placed(before)}</td><td className="is-after">{placed(after)}</td></tr>)}</tbody></table>
        </section>
      )}
    </>
  );
}

function placed({ label, parent }: { label: string; parent: string | null }): string {
  return parent === null ? label : `${label} ← ${parent}`;
}
