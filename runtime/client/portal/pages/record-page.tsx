import Button from 'antd-mobile/es/components/button';
import Dialog from 'antd-mobile/es/components/dialog';
import Steps from 'antd-mobile/es/components/steps';
import Toast from 'antd-mobile/es/components/toast';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { ClientPortalPage, ClientPortalRecord } from '../../../model/client-portal-types.ts';
import type { ClientAction } from '../../../model/client-types.ts';
import { FieldInput } from '../field-input.tsx';
import { dateTime, FieldValue } from '../field-value.tsx';
import { PortalError } from '../portal-api.ts';
import { usePortal } from '../portal-state.tsx';
import { Failed, Waiting } from '../states.tsx';
import { locale, t } from '../texts.ts';
import { useFetch } from '../use-fetch.ts';
import { usePage } from './any-page.tsx';

/** One record: public, or one's own with its progress, messages and actions. */
export default function RecordPage() {
  const { page: name = '', id = '' } = useParams();
  const { api } = usePortal();
  const page = usePage(name);
  const path = `/pages/${encodeURIComponent(name)}/records/${encodeURIComponent(id)}`;
  const record = useFetch(`${path} ${locale()} ${page.data ? 1 : 0}`, () => (page.data ? api.get<ClientPortalRecord>(path) : new Promise<ClientPortalRecord>(() => undefined)));
  if (page.error !== null) return <Failed error={page.error} />;
  if (record.error !== null) return <Failed error={record.error} retry={record.reload} />;
  if (page.data === null || record.data === null) return <Waiting />;
  return <Shown page={page.data} data={record.data} path={path} reload={record.reload} />;
}

function Shown({ page, data, path, reload }: { page: ClientPortalPage; data: ClientPortalRecord; path: string; reload: () => void }) {
  const { progress = [], messages = [], record } = data;
  return (
    <article>
      <h1 className="p-heading">{data.title}</h1>
      {progress.length > 0 ? (
        <section className="p-card"><h2>{t('progress')}</h2>
          <Steps direction="vertical" current={progress.length - 1}>{progress.map((step, i) => <Steps.Step key={i} title={step.label} description={dateTime(step.at)} />)}</Steps>
        </section>
      ) : null}
      {messages.length > 0 ? <section className="p-card"><h2>{t('messages')}</h2><ul className="p-messages">{messages.map((m, i) => <li key={i}><strong>{m.title}</strong><p>{m.body}</p><time>{dateTime(m.at)}</time></li>)}</ul></section> : null}
      <section className="p-card">
        {page.type === 'mine' ? <h2>{t('filed')}</h2> : null}
        <dl className="p-values">{page.fields?.filter((field) => field.name in record).map((field) => <div key={field.name}><dt>{field.label}</dt><dd><FieldValue field={field} value={record[field.name]} /></dd></div>)}</dl>
      </section>
      {data.can ? <Actions page={page} data={data} path={path} reload={reload} /> : null}
    </article>
  );
}

function Actions({ page, data, path, reload }: { page: ClientPortalPage; data: ClientPortalRecord; path: string; reload: () => void }) {
  const { api, app } = usePortal();
  const navigate = useNavigate();
  const [open, setOpen] = useState<ClientAction | null>(null);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const offered = page.actions?.filter((action) => data.can?.actions.includes(action.name)) ?? [];
  const run = async (action: ClientAction): Promise<void> => {
    try {
      await api.post(`${path}/actions/${action.name}`, { version: data.record.version, ...(action.input.length > 0 ? { input: values } : {}) });
      setOpen(null);
      reload();
    } catch (error) {
      if (error instanceof PortalError && error.errors.some((e) => e.field)) setErrors(Object.fromEntries(error.errors.filter((e) => e.field).map((e) => [e.field!.replace(/^input\./, ''), e.message])));
      else Toast.show({ content: error instanceof Error ? error.message : t('failed') });
    }
  };
  const start = async (action: ClientAction): Promise<void> => {
    if (action.input.length > 0) { setValues({}); setErrors({}); return setOpen(action); }
    if (action.confirm && !await Dialog.confirm({ content: action.confirm, confirmText: t('confirm'), cancelText: t('cancel') })) return undefined;
    return run(action);
  };
  const remove = async (): Promise<void> => {
    if (!await Dialog.confirm({ content: t('deleteAsk'), confirmText: t('confirm'), cancelText: t('cancel') })) return;
    try {
      await api.remove(`${path}?version=${data.record.version}`);
      void navigate(`/${app}/${page.name}`, { replace: true });
    } catch (error) {
      Toast.show({ content: error instanceof Error ? error.message : t('failed') });
    }
  };
  return (
    <div className="p-actions">
      {open ? (
        <form className="p-card" noValidate onSubmit={(e) => { e.preventDefault(); void run(open); }}>
          <h2>{open.label}</h2>
          {open.input.map((field) => <FieldInput key={field.name} field={field} value={values[field.name]} page={page.name} {...(errors[field.name] ? { error: errors[field.name] } : {})} onChange={(value) => setValues((old) => ({ ...old, [field.name]: value }))} />)}
          <Button block type="submit" color="primary">{open.label}</Button>
        </form>
      ) : offered.map((action) => <Button key={action.name} block color="primary" onClick={() => { void start(action); }}>{action.label}</Button>)}
      {page.canDelete && data.can?.delete ? <Button block color="danger" fill="outline" onClick={() => { void remove(); }}>{t('delete')}</Button> : null}
    </div>
  );
}
