import { lazy, Suspense, useState } from 'react';
import type { ClientList } from '../../../model/client-types.ts';
import { t } from '../../texts.ts';
import { Button } from '../../widgets/button.tsx';

const ImportDialog = lazy(() => import('./import-dialog.tsx'));

/** Opens the import of a sheet into a list. */
export function ImportButton({ list, onDone }: { list: ClientList; onDone: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="upload" onClick={() => setOpen(true)}>{t('import.open')}</Button>
      {isOpen ? <Suspense fallback={null}><ImportDialog list={list} onDone={onDone} onClose={() => setOpen(false)} /></Suspense> : null}
    </>
  );
}
