import { forwardRef, useCallback, useEffect, useId, useImperativeHandle, useState } from 'react';
import { usePortal } from '../portal-state.tsx';
import { t } from '../texts.ts';

interface Captcha { id: string; image: string; question?: string; demo?: string }
export interface CaptchaHandle { value: () => { id: string; text: string } | undefined; renew: () => void }

/** A verification code as a picture or as a question in words. */
export const CaptchaInput = forwardRef<CaptchaHandle, { error?: string }>(function CaptchaInput({ error }, handle) {
  const { api, portal } = usePortal();
  const id = useId();
  const [kind, setKind] = useState<'image' | 'words'>('image');
  const [captcha, setCaptcha] = useState<Captcha | null>(null);
  const [text, setText] = useState('');
  const renew = useCallback(() => { setText(''); api.post<Captcha>('/captcha', { kind }).then(setCaptcha, () => setCaptcha(null)); }, [api, kind]);
  useEffect(renew, [renew]);
  useImperativeHandle(handle, () => ({ value: () => (captcha ? { id: captcha.id, text } : undefined), renew }), [captcha, text, renew]);
  return (
    <div className={`p-field${error ? ' is-wrong' : ''}`} data-field="captcha">
      <label htmlFor={id}>{t('captcha')}<span className="p-required">{t('required')}</span></label>
      <div className="p-captcha">
        <input id={id} inputMode="numeric" autoComplete="off" maxLength={6} placeholder={kind === 'image' ? t('captcha.hint') : undefined} value={text} onChange={(e) => setText(e.target.value)} />
        {captcha?.question ? <span className="p-question">{captcha.question}</span> : captcha ? <img src={captcha.image} alt={t('captcha.alt')} width={140} height={48} /> : null}
      </div>
      <div className="p-captcha-more">
        <button type="button" className="p-link" onClick={renew}>{t('captcha.next')}</button>
        <button type="button" className="p-link" onClick={() => setKind(kind === 'image' ? 'words' : 'image')}>{kind === 'image' ? t('captcha.other') : t('captcha.image')}</button>
      </div>
      {portal.demo && captcha?.demo ? <p className="p-help">{t('captcha.demo', { code: captcha.demo })}</p> : null}
      {error ? <p className="p-error" role="alert">{error}</p> : null}
    </div>
  );
});
