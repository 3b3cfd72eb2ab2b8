import { useMemo, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { ClientDraft, ClientForm, ClientRecord } from '../../../model/client-types.ts';
import { api, ApiError, recordsPath } from '../../api.ts';
import { useModel } from '../../session.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { formatDateTime } from '../../widgets/format.ts';
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
import { DraftNotice } from './draft-notice.tsx';
import { draftPath, useDraft } from './use-draft.ts';
import { useRecordForm } from './use-record-form.ts';

interface Start { form: ClientForm; record: ClientRecord | null; initial: Values; draft: ClientDraft | null }

/** Makes a record, or changes one. */
export default function FormPage() {
  const { app = '', entity = '', id } = useParams();
  const model = useModel();
  const [search] = useSearchParams();
  const scope = useMemo(() => ({ user: { ...model.user, org: model.user.org === undefined ? null : { ...model.user.org, name: model.user.org.title } } }), [model.user]);
  const given = search.get('set');
  const [round, setRound] = useState(0);
  const loaded = useLoad<Start>(`${app}/${entity}/${id ?? 'new'}/${given ?? ''}`, async () => {
    const [form, record, kept] = await Promise.all([
      api.get<ClientForm>(`/api/model/${app}/form/${entity}`),
      id === undefined ? null : api.get<ClientRecord>(recordsPath(app, entity, id)),
      // Without a draft the form works all the same.
      api.get<{ draft: ClientDraft | null }>(draftPath(app, entity, id)).then((answer) => answer.draft, () => null),
    ]);
    if (record !== null) return { form, record, initial: record, draft: kept };
    const fields = form.sections.flatMap((section) => section.fields);
    const defaults = defaultsOf(fields, scope, createEvaluator());
    // A form that was opened for something given begins with that, not with what was left before.
    return { form, record, initial: { ...await completeDefaults(fields, defaults), ...readGiven(given) }, draft: given === null ? kept : null };
  });
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={8} />;
  return <Editor key={`${loaded.data.record?.version ?? 0} ${round}`} app={app} entity={entity} start={loaded.data} scope={scope} reload={async () => { await loaded.reload(); setRound((old) => old + 1); }} />;
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
  const note = useRef<() => void>();
  const editor = useRecordForm({ sections: form.sections, checks: form.checks, initial, scope, onChange: () => note.current?.() });
  const draft = useDraft({ app, entity, id: record?.id, version: version.current, found: start.draft, isDirty: editor.isDirty, read: editor.draft, restore: editor.restore });
  note.current = draft.note;
  const [reason, setReason] = useState('');
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
        : await api.patch<ClientRecord>(recordsPath(app, entity, record.id), { ...editor.changes(), version: version.current, ...(form.changeReason === undefined || reason.trim() === '' ? {} : { changeReason: reason }) });
      guard.allow();
      draft.done();
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
      <DraftNotice found={start.draft} draft={draft} onDiscard={() => { void reload(); }} />
      <RecordFormView record={editor} sections={form.sections} label={title} onSubmit={() => { void save(); }}>
        {record === null || form.changeReason === undefined ? null : (
          <section className="form-section change-reason">
            <label htmlFor="change-reason" className="label">{t('form.changeReason')}{form.changeReason === 'required' ? <span className="required" aria-hidden="true">*</span> : null}</label>
            <input id="change-reason" className="input" value={reason} maxLength={200} aria-required={form.changeReason === 'required' || undefined} onChange={(event) => setReason(event.target.value)} />
          </section>
        )}
        <div className="form-foot">
          <Button type="submit" look="primary" isBusy={isSaving}>{t('action.save')}</Button>
          <Button onClick={() => { if (history.length > 1) navigate(-1); else navigate('/'); }}>{t('action.cancel')}</Button>
          {draft.savedAt === null ? null : <span className="muted draft-saved">{t('draft.saved', { at: formatDateTime(draft.savedAt).slice(11) })}</span>}
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
