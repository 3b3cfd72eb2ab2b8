import { useMemo, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { ClientForm, ClientRecord } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { useModel } from '../../session.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { PageHead } from '../../widgets/page.tsx';
import { recordPath } from '../../widgets/paths.ts';
import { Failure, Skeleton } from '../../widgets/states.tsx';
import { toast } from '../../widgets/toast.tsx';
import { useLoad } from '../../widgets/use-load.ts';
import { useCrumbs } from '../use-crumbs.ts';
import { completeDefaults } from './complete-defaults.ts';
import { createEvaluator } from './feel.ts';
import type { Values } from './feel.ts';
import { RecordFormView } from './record-form.tsx';
import { defaultsOf } from './rules.ts';
import { useLeaveGuard } from './use-leave-guard.tsx';
import { useRecordForm } from './use-record-form.ts';

interface Start { form: ClientForm; record: ClientRecord | null; initial: Values }

/** Makes a record, or changes one. */
export default function FormPage() {
  const { app = '', entity = '', id } = useParams();
  const model = useModel();
  const [search] = useSearchParams();
  const scope = useMemo(() => ({ user: { ...model.user, org: model.user.org === undefined ? null : { ...model.user.org, name: model.user.org.title } } }), [model.user]);
  const given = search.get('set');
  const loaded = useLoad<Start>(`${app}/${entity}/${id ?? 'new'}/${given ?? ''}`, async () => {
    const [form, record] = await Promise.all([
      api.get<ClientForm>(`/api/model/${app}/form/${entity}`),
      id === undefined ? null : api.get<ClientRecord>(recordsPath(app, entity, id)),
    ]);
    if (record !== null) return { form, record, initial: record };
    const fields = form.sections.flatMap((section) => section.fields);
    const defaults = defaultsOf(fields, scope, createEvaluator());
    return { form, record, initial: { ...await completeDefaults(fields, defaults), ...readGiven(given) } };
  });
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  return <Editor key={loaded.data.record?.version ?? 0} app={app} entity={entity} start={loaded.data} scope={scope} reload={loaded.reload} />;
}

function Editor({ app, entity, start, scope, reload }: { app: string; entity: string; start: Start; scope: Values; reload: () => Promise<void> }) {
  const { form, record, initial } = start;
  const navigate = useNavigate();
  const crumbs = useCrumbs(app, entity);
  const [isSaving, setSaving] = useState(false);
  const [isStale, setStale] = useState(false);
  const version = useRef(record?.version);
  // One key per filled form: sending it twice makes one record.
  const key = useRef(newKey());
  const sending = useRef(false);
  const editor = useRecordForm({ sections: form.sections, checks: form.checks, initial, scope });
  const guard = useLeaveGuard(editor.isDirty);
  const title = record === null ? t('form.new', { label: form.label }) : t('form.edit', { label: form.label });

  const save = async () => {
    if (sending.current) return;
    const values = editor.read();
    if (values === null) return;
    sending.current = true;
    setSaving(true);
    try {
      const saved = record === null
        ? await api.post<ClientRecord>(recordsPath(app, entity), values, key.current)
        : await api.patch<ClientRecord>(recordsPath(app, entity, record.id), { ...editor.changes(), version: version.current });
      guard.allow();
      toast('success', t('form.saved'));
      navigate(recordPath(app, entity, saved.id), { replace: true });
    } catch (error) {
      key.current = newKey();
      if (error instanceof ApiError && error.code === 'record.stale') setStale(true);
      else if (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 401) editor.refuse(error.problem);
      else toast('error', error instanceof Error ? error.message : t('error.unknown'));
    } finally {
      sending.current = false;
      setSaving(false);
    }
  };

  const keepMine = async () => {
    if (record === null) return;
    const latest = await api.get<ClientRecord>(recordsPath(app, entity, record.id));
    version.current = latest.version;
    setStale(false);
    toast('info', t('form.keptMine'));
  };

  return (
    <>
      <PageHead title={title} crumbs={[...crumbs, { label: title }]} />
      <RecordFormView record={editor} sections={form.sections} label={title} onSubmit={() => { void save(); }}>
        <div className="form-foot">
          <Button type="submit" look="primary" isBusy={isSaving}>{t('action.save')}</Button>
          <Button onClick={() => { if (history.length > 1) navigate(-1); else navigate('/'); }}>{t('action.cancel')}</Button>
        </div>
      </RecordFormView>
      {guard.dialog}
      {isStale ? (
        <Dialog title={t('form.staleTitle')} width={460} onClose={() => setStale(false)} footer={<>
          <Button onClick={() => { void keepMine(); }}>{t('form.staleKeep')}</Button>
          <Button look="primary" data-first onClick={() => { setStale(false); void reload(); }}>{t('form.staleReload')}</Button>
        </>}>
          <p>{t('form.staleText')}</p>
        </Dialog>
      ) : null}
    </>
  );
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readGiven(text: string | null): Values {
  try {
    const parsed: unknown = text === null ? {} : JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed as Values : {};
  } catch {
    return {};
  }
}
