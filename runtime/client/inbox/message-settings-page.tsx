import { useState } from 'react';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { PageHead } from '../widgets/page.tsx';
import { Empty, Failure, Skeleton } from '../widgets/states.tsx';
import { toast } from '../widgets/toast.tsx';
import { useLoad } from '../widgets/use-load.ts';
import '../tools/tools.css';
import './message-settings.css';

interface Off { kind: string; channel: string }
interface Settings {
  quiet: { from: string; until: string } | null; off: Off[];
  channels: { name: string; label: string; reaches: boolean }[];
  kinds: { key: string; label: string; app: string; essential: boolean; channels: string[] }[];
}

/** What reaches me by which channel, and when it had better wait. */
export default function MessageSettingsPage() {
  const loaded = useLoad<Settings>('message-settings', (signal) => api.get<Settings>('/api/messages/settings', {}, signal));
  const crumbs = [{ label: t('messages.title'), to: '/messages' }, { label: t('messages.settings') }];
  return (
    <>
      <PageHead title={t('messages.settings')} crumbs={crumbs} />
      {loaded.error !== null ? <Failure error={loaded.error} retry={() => { void loaded.reload(); }} /> : loaded.data === null ? <Skeleton rows={5} /> : <SettingsForm initial={loaded.data} />}
    </>
  );
}

function SettingsForm({ initial }: { initial: Settings }) {
  const [quiet, setQuiet] = useState(initial.quiet);
  const [off, setOff] = useState(initial.off);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await api.put('/api/messages/settings', { quiet, off });
      toast('success', t('messages.saved'));
    } catch (error) {
      toast('error', error instanceof ApiError ? error.message : t('error.unknown'));
    }
    setBusy(false);
  };
  const isOff = (one: Off): boolean => off.some(({ kind, channel }) => kind === one.kind && channel === one.channel);
  const toggle = (one: Off): void => setOff(isOff(one) ? off.filter(({ kind, channel }) => kind !== one.kind || channel !== one.channel) : [...off, one]);
  return (
    <form className="message-settings" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p className="muted">{t('messages.settingsIntro')}</p>
      <fieldset className="card">
        <legend>{t('messages.quiet')}</legend>
        <label><input type="checkbox" checked={quiet !== null} onChange={(event) => setQuiet(event.target.checked ? { from: '22:00', until: '07:00' } : null)} /> {t('messages.quietOn')}</label>
        {quiet === null ? null : (
          <p className="quiet-times">
            <label>{t('messages.quietFrom')} <input className="input" type="time" required value={quiet.from} onChange={(event) => setQuiet({ ...quiet, from: event.target.value })} /></label>
            <label>{t('messages.quietUntil')} <input className="input" type="time" required value={quiet.until} onChange={(event) => setQuiet({ ...quiet, until: event.target.value })} /></label>
          </p>
        )}
        <p className="muted">{t('messages.quietHint')}</p>
      </fieldset>
      {initial.channels.length === 0 || initial.kinds.length === 0 ? <div className="card"><Empty title={t('messages.noChannels')} /></div> : (
        <div className="card tool-table">
          <table>
            <caption>{t('messages.byChannel')}</caption>
            <thead><tr><th scope="col">{t('messages.kind')}</th>{initial.channels.map(({ name, label, reaches }) => <th key={name} scope="col">{label}{reaches ? null : <small className="muted"> {t('messages.noAddress')}</small>}</th>)}</tr></thead>
            <tbody>
              {initial.kinds.map(({ key, label, app, essential, channels }) => (
                <tr key={key}>
                  <th scope="row">{label} <small className="muted">{app}</small></th>
                  {initial.channels.map(({ name, label: channel }) => (
                    <td key={name}>{!channels.includes(name) ? '–' : essential ? t('messages.always') : <input type="checkbox" aria-label={`${label} ${channel}`} checked={!isOff({ kind: key, channel: name })} onChange={() => toggle({ kind: key, channel: name })} />}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button look="primary" type="submit" isBusy={isBusy}>{t('action.save')}</Button>
    </form>
  );
}
