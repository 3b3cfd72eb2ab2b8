import { useState } from 'react';
import { api } from '../api.ts';
import { locale, t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { Combobox, type Choice } from '../widgets/combobox.tsx';
import { PageHead } from '../widgets/page.tsx';
import { roleText } from '../widgets/role-text.ts';
import { Empty, Failure, Skeleton } from '../widgets/states.tsx';
import { Tag } from '../widgets/tag.tsx';
import { useLoad } from '../widgets/use-load.ts';
import './tools.css';

type Measure = 'whole' | 'masked' | 'none';
interface Reason { role: string; label: { zh: string; en: string }; scope: string; gives: Measure }
interface Holder { user: { id: string; name: string; username: string }; org: string | null; gives: Measure; reasons: Reason[] }
interface Subject { app: string; appLabel: string; entity: string; label: string; fields: { name: string; label: string }[] }

const channels = ['list', 'detail', 'filter', 'search', 'history', 'export', 'change'] as const;
const colours: Record<Measure, string> = { whole: 'orange', masked: 'blue', none: 'grey' };
const measureText = (gives: Measure): string => t(gives === 'none' ? 'access.nothing' : `access.${gives}`);

/** Who, by name, gets a field on a channel and through which grant; or why one person does or doesn't. */
export default function AccessPage() {
  const subjects = useLoad<{ items: Subject[] }>('access', (signal) => api.get<{ items: Subject[] }>('/api/access/entities', {}, signal));
  const [entity, setEntity] = useState<Choice | null>(null);
  const [field, setField] = useState<Choice | null>(null);
  const [channel, setChannel] = useState<(typeof channels)[number]>('detail');
  const [record, setRecord] = useState('');
  const [person, setPerson] = useState<Choice | null>(null);
  const [question, setQuestion] = useState<Record<string, string> | null>(null);
  const items = subjects.data?.items ?? [];
  const chosen = items.find((one) => `${one.app}/${one.entity}` === entity?.id);
  const fits = (text: string, ...parts: string[]): boolean => text === '' || parts.some((part) => part.toLowerCase().includes(text.toLowerCase()));
  const ask = () => {
    if (!chosen || !field) return;
    setQuestion({ app: chosen.app, entity: chosen.entity, field: field.id, channel, ...(record.trim() ? { record: record.trim() } : {}), ...(person ? { user: person.id } : {}) });
  };
  return (
    <>
      <PageHead title={t('access.title')} crumbs={[{ label: t('access.title') }]} />
      <p className="muted">{t('access.intro')}</p>
      {subjects.error !== null ? <Failure error={subjects.error} retry={() => { void subjects.reload(); }} /> : (
        <form className="card tool-form" onSubmit={(event) => { event.preventDefault(); ask(); }}>
          <div><label htmlFor="access-entity">{t('access.entity')}</label>
            <Combobox id="access-entity" value={entity} onChange={(choice) => { setEntity(choice); setField(null); }} find={(text) => items.filter((one) => fits(text, one.label, one.entity, one.appLabel)).slice(0, 50).map((one) => ({ id: `${one.app}/${one.entity}`, title: one.label, hint: one.appLabel }))} /></div>
          <div><label htmlFor="access-field">{t('access.field')}</label>
            <Combobox id="access-field" value={field} disabled={!chosen} onChange={setField} find={(text) => (chosen?.fields ?? []).filter((one) => fits(text, one.label, one.name)).map((one) => ({ id: one.name, title: one.label, hint: one.name }))} /></div>
          <div><label htmlFor="access-channel">{t('access.channel')}</label>
            <select id="access-channel" className="input" value={channel} onChange={(event) => setChannel(event.target.value as typeof channel)}>{channels.map((one) => <option key={one} value={one}>{t(`access.channel.${one}`)}</option>)}</select></div>
          <div><label htmlFor="access-user">{t('access.user')}</label>
            <Combobox id="access-user" value={person} onChange={setPerson} find={async (text) => (await api.get<{ items: Choice[] }>('/api/records/platform/user/options', { q: text, limit: 20 })).items} /></div>
          <div><label htmlFor="access-record">{t('access.record')}</label>
            <input id="access-record" className="input" value={record} placeholder={t('access.record.hint')} onChange={(event) => setRecord(event.target.value)} /></div>
          <Button type="submit" look="primary" disabled={!chosen || !field}>{t('access.ask')}</Button>
        </form>
      )}
      {question === null ? null : question['user'] ? <Explanation question={question} /> : <Holders question={question} />}
    </>
  );
}

/** Everybody who gets it. */
function Holders({ question }: { question: Record<string, string> }) {
  const [after, setAfter] = useState<string | undefined>(undefined);
  const loaded = useLoad<{ items: Holder[]; next: string | null }>(JSON.stringify([question, after]), (signal) => api.get('/api/access/who', { ...question, after }, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={4} />;
  if (loaded.data.items.length === 0) return <Empty title={t('access.none')} hint={t('access.none.hint')} />;
  const { next } = loaded.data;
  return (
    <div className="card tool-table">
      <table>
        <thead><tr>{(['person', 'gives', 'through'] as const).map((name) => <th key={name} scope="col">{t(`access.${name}`)}</th>)}</tr></thead>
        <tbody>
          {loaded.data.items.map(({ user, org, gives, reasons }) => (
            <tr key={user.id}><th scope="row">{user.name} <span className="muted">{user.username}{org ? ` · ${org}` : ''}</span></th><td><Tag text={measureText(gives)} color={colours[gives]} /></td><td><Reasons reasons={reasons} /></td></tr>
          ))}
        </tbody>
      </table>
      {next === null ? null : <Button onClick={() => setAfter(next)}>{t('access.more')}</Button>}
    </div>
  );
}

/** Why one person does or doesn't. */
function Explanation({ question }: { question: Record<string, string> }) {
  const loaded = useLoad<{ user: Holder['user']; answer: Measure; reasons: Reason[] }>(JSON.stringify(question), (signal) => api.get('/api/access/explain', question, signal));
  if (loaded.error !== null) return <Failure error={loaded.error} retry={() => { void loaded.reload(); }} />;
  if (loaded.data === null) return <Skeleton rows={3} />;
  const { user, answer, reasons } = loaded.data;
  return (
    <section className="card tool-answer" aria-live="polite">
      <h2>{t(`access.answer.${answer}`, { name: `${user.name}（${user.username}）` })}</h2>
      {reasons.length === 0 ? <p>{t('access.noGrant')}</p> : <Reasons reasons={reasons} />}
    </section>
  );
}

function Reasons({ reasons }: { reasons: Reason[] }) {
  return <ul className="tool-reasons">{reasons.map((one, i) => <li key={`${one.role}/${i}`}>{roleText({ name: one.role, label: locale() === 'en' ? one.label.en : one.label.zh, scope: one.scope })} <Tag text={measureText(one.gives)} color={colours[one.gives]} /></li>)}</ul>;
}
