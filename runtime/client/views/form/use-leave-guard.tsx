import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router-dom';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';

/** Asks before entered text is lost, on any way off the page; `allow` opens the way after saving. */
export function useLeaveGuard(isDirty: () => boolean): { dialog: JSX.Element | null; allow: () => void } {
  const allowed = useRef(false);
  const check = useRef(isDirty);
  check.current = isDirty;
  const blocker = useBlocker(({ currentLocation, nextLocation }) => !allowed.current && currentLocation.pathname !== nextLocation.pathname && check.current());
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => { if (!allowed.current && check.current()) event.preventDefault(); };
    addEventListener('beforeunload', onUnload);
    return () => removeEventListener('beforeunload', onUnload);
  }, []);
  const dialog = blocker.state !== 'blocked' ? null : (
    <Dialog title={t('form.leaveTitle')} width={420} onClose={() => blocker.reset()} footer={<>
      <Button look="danger" onClick={() => blocker.proceed()}>{t('form.leave')}</Button>
      <Button look="primary" data-first onClick={() => blocker.reset()}>{t('form.stay')}</Button>
    </>}>
      <p>{t('form.leaveText')}</p>
    </Dialog>
  );
  return { dialog, allow: () => { allowed.current = true; } };
}
