import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { api, ApiError } from '../api.ts';
import { t } from '../texts.ts';
import { Button } from '../widgets/button.tsx';
import { formatAgo, formatDateTime } from '../widgets/format.ts';
import { PageHead } from '../widgets/page.tsx';
import { Failure, Skeleton } from '../widgets/states.tsx';
import { Tag } from '../widgets/tag.tsx';
import { toast } from '../widgets/toast.tsx';
import { useLoad } from '../widgets/use-load.ts';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import './account.css';

interface Device { id: string; startedAt: string; seenAt: string; address: string | null; device: string | null; current: boolean }
interface Devices { items: Device[]; secondFactor: boolean }

/** The own password, second factor and sessions. */
export default function AccountPage() {
  const navigate = useNavigate();
  const devices = useLoad<Devices>('devices', (signal) => api.get<Devices>('/api/session/devices', {}, signal));
  const [isSettingUp, setSettingUp] = useState(false);
  const end = async (device: Device) => {
    try {
      await api.delete(`/api/session/devices/${device.id}`);
      toast('success', t('account.ended'));
    } catch (error) {
      toast('error', error instanceof ApiError ? error.message : t('error.unknown'));
    }
    await devices.reload();
  };
  return (
    <>
      <PageHead title={t('account.title')} crumbs={[{ label: t('account.title') }]} />
      <div className="account">
        <section className="card account-part">
          <h2>{t('account.password')}</h2>
          <PasswordForm onChanged={() => navigate('/login', { replace: true })} />
        </section>
        <section className="card account-part">
          <h2>{t('account.secondFactor')}</h2>
          {devices.data === null ? <Skeleton rows={2} /> : isSettingUp ? <SecondFactorForm onConfirmed={async () => { setSettingUp(false); toast('success', t('account.confirmed')); await devices.reload(); }} /> : (<>
            <p>{t(devices.data.secondFactor ? 'account.secondFactorOn' : 'account.secondFactorOff')}</p>
            {devices.data.secondFactor ? null : <Button onClick={() => setSettingUp(true)}>{t('account.setUp')}</Button>}
          </>)}
        </section>
        <section className="card account-part account-devices">
          <h2>{t('account.devices')}</h2>
          {devices.error !== null ? <Failure error={devices.error} retry={() => { void devices.reload(); }} /> : devices.data === null ? <Skeleton rows={3} /> : (
            <ul>
              {devices.data.items.map((device) => (
                <li key={device.id}>
                  <div>
                    <p><strong>{deviceName(device.device)}</strong> <span className="muted">{device.address}</span> {device.current ? <Tag color="green" text={t('account.current')} /> : null}</p>
                    <p className="muted">{t('account.startedAt', { time: formatDateTime(device.startedAt) })} · {t('account.seenAt', { time: formatAgo(device.seenAt) })}</p>
                  </div>
                  {device.current ? null : <Button onClick={() => { void end(device); }}>{t('account.end')}</Button>}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

/** Browser and system out of what a browser says of itself: `Chrome · Windows`. */
function deviceName(agent: string | null): string {
  const find = (names: [RegExp, string][]): string | undefined => names.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
  const browser = find([[/MicroMessenger/, '微信'], [/Edg\//, 'Edge'], [/QIHU|360SE/, '360'], [/Firefox\//, 'Firefox'], [/Chrom(e|ium)\//, 'Chrome'], [/Safari\//, 'Safari']]);
  const system = find([[/Windows/, 'Windows'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Mac OS/, 'macOS'], [/Linux/, 'Linux']]);
  return [browser, system].filter(Boolean).join(' · ') || (agent ?? '').slice(0, 40) || '–';
}
