import { useRef, useState } from 'react';
import type { InputProps } from '../field-input.tsx';
import { PortalIcon } from '../icons.tsx';
import { PortalError } from '../portal-api.ts';
import { usePortal } from '../portal-state.tsx';
import { t } from '../texts.ts';

/** Photos, taken or chosen, uploaded at once. */
export function PhotoInput({ field, value, onChange, id }: InputProps) {
  const { api } = usePortal();
  const ids = Array.isArray(value) ? value.map(String) : [];
  const latest = useRef(ids);
  latest.current = ids;
  const [waiting, setWaiting] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const most = field.maxCount ?? 9;
  const take = async (files: FileList): Promise<void> => {
    setError(null);
    for (const file of [...files].slice(0, most - latest.current.length)) {
      setWaiting((n) => n + 1);
      try {
        const { id: uploaded } = await api.upload(file);
        latest.current = [...latest.current, uploaded];
        onChange(latest.current);
      } catch (failure) {
        setError(failure instanceof PortalError ? failure.message : t('failed'));
      }
      setWaiting((n) => n - 1);
    }
  };
  return (
    <div className="p-photos">
      {ids.map((file, i) => (
        <span key={file} className="p-photo">
          <img src={api.fileUrl(file)} alt="" />
          <button type="button" aria-label={t('photo.remove', { n: i + 1 })} onClick={() => onChange(ids.filter((one) => one !== file))}><PortalIcon name="close" size={16} /></button>
        </span>
      ))}
      {ids.length < most ? (
        <label className="p-photo-add">
          <input id={id} type="file" accept={field.type === 'image' ? 'image/*' : 'image/*,application/pdf'} multiple={most > 1} onChange={(e) => { if (e.target.files) void take(e.target.files); e.target.value = ''; }} />
          <PortalIcon name="plus" /><span>{waiting > 0 ? t('photo.wait') : t('photo.add')}</span>
        </label>
      ) : null}
      <p className="p-help">{t('photo.max', { max: most })}</p>
      {error ? <p className="p-error" role="alert">{error}</p> : null}
    </div>
  );
}
