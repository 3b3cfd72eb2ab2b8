import { useRef, useState } from 'react';
import type { ClientField, FileValue } from '../../model/client-types.ts';
import { api } from '../api.ts';
import { t } from '../texts.ts';
import { Dialog } from './dialog.tsx';
import type { FieldCellProps, FieldInputProps } from './field-view.ts';
import { formatSize, isFile } from './format.ts';
import { Icon } from './icon.tsx';
import { Nothing } from './plain-cell.tsx';

const fileUrl = (file: FileValue): string => `/api/files/${encodeURIComponent(file.id)}`;
const isPicture = (file: FileValue): boolean => file.type.startsWith('image/');
const filesOf = (value: unknown): FileValue[] => (Array.isArray(value) ? value.filter(isFile) : isFile(value) ? [value] : []);

interface Upload { key: number; name: string; share: number; error?: string; cancel?: () => void }
let nextKey = 1;

/** Uploaded files as thumbnails or names; pictures open in a window. */
export function FileCell({ value }: FieldCellProps) {
  const files = filesOf(value);
  const [shown, setShown] = useState<FileValue | null>(null);
  if (files.length === 0) return <Nothing />;
  return (
    <ul className="files">
      {files.map((file) => <li key={file.id}><FileName file={file} onShow={setShown} /></li>)}
      {shown === null ? null : <li><Picture file={shown} onClose={() => setShown(null)} /></li>}
    </ul>
  );
}

function FileName({ file, onShow }: { file: FileValue; onShow: (file: FileValue) => void }) {
  if (isPicture(file)) {
    return <button type="button" className="thumb" aria-label={t('file.show', { name: file.name })} onClick={() => onShow(file)}><img src={fileUrl(file)} alt={file.name} loading="lazy" /></button>;
  }
  return <a className="file-name" href={fileUrl(file)} target="_blank" rel="noreferrer"><Icon name="file" size={15} /><span>{file.name}</span><span className="muted">{formatSize(file.size)}</span></a>;
}

function Picture({ file, onClose }: { file: FileValue; onClose: () => void }) {
  return (
    <Dialog title={file.name} width={960} onClose={onClose} footer={<a className="button button-default" href={fileUrl(file)} download={file.name}><Icon name="download" size={16} /><span>{t('action.download')}</span></a>}>
      <img className="picture" src={fileUrl(file)} alt={file.name} />
    </Dialog>
  );
}

/** Uploads files at once with progress; what is too large or of a wrong type is said before it is sent. */
export function FileField({ id, field, value, onChange, onBlur, disabled, invalid, describedBy, required }: FieldInputProps) {
  const files = filesOf(value);
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [shown, setShown] = useState<FileValue | null>(null);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const current = useRef(files);
  current.current = files;
  const max = field.maxCount ?? (field.type === 'image' ? 9 : 10);
  const change = (key: number, next: Partial<Upload>) => setUploads((old) => old.map((item) => (item.key === key ? { ...item, ...next } : item)));
  const drop = (key: number) => setUploads((old) => old.filter((item) => item.key !== key));

  const send = async (file: File) => {
    const key = nextKey++;
    const refusal = current.current.length >= max ? t('file.tooMany', { max }) : refuse(file, field);
    if (refusal !== null) {
      setUploads((old) => [...old, { key, name: file.name, share: 0, error: refusal }]);
      return;
    }
    const upload = api.upload(file, (share) => change(key, { share }));
    setUploads((old) => [...old, { key, name: file.name, share: 0, cancel: upload.cancel }]);
    try {
      const stored = await upload.done;
      drop(key);
      current.current = [...current.current, stored];
      onChange(current.current);
    } catch (error) {
      change(key, { error: error instanceof Error ? error.message : t('error.unknown'), cancel: undefined });
    }
  };
  const take = (list: FileList | null) => { for (const file of Array.from(list ?? [])) void send(file); };

  return (
    <div className={`file-field${isOver ? ' is-over' : ''}${invalid ? ' is-invalid' : ''}`}
      onDragOver={(event) => { event.preventDefault(); if (!disabled) setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); if (!disabled) take(event.dataTransfer.files); }}>
      <ul className="files">
        {files.map((file) => (
          <li key={file.id} className="file-item">
            <FileName file={file} onShow={setShown} />
            {disabled ? null : <button type="button" className="icon-button" aria-label={t('file.remove', { name: file.name })} onClick={() => { onChange(files.filter((item) => item.id !== file.id)); input.current?.focus(); }}><Icon name="close" size={14} /></button>}
          </li>
        ))}
        {uploads.map((item) => (
          <li key={item.key} className={`file-item${item.error === undefined ? '' : ' is-error'}`}>
            <span className="file-name"><Icon name={item.error === undefined ? 'file' : 'warning'} size={15} /><span>{item.name}</span></span>
            {item.error === undefined ? <progress max={1} value={item.share} aria-label={t('file.progress', { name: item.name })} /> : <span className="field-error" role="alert">{item.error}</span>}
            <button type="button" className="icon-button" aria-label={t('file.remove', { name: item.name })} onClick={() => { item.cancel?.(); drop(item.key); }}><Icon name="close" size={14} /></button>
          </li>
        ))}
      </ul>
      <label className={`button button-default file-choose${disabled || files.length >= max ? ' is-disabled' : ''}`}>
        <Icon name="upload" size={16} /><span>{t(field.type === 'image' ? 'file.chooseImage' : 'file.choose')}</span>
        <input ref={input} id={id} type="file" className="visually-hidden" multiple={max > 1} accept={acceptOf(field)} disabled={disabled || files.length >= max}
          aria-label={t('file.chooseFor', { label: field.label })} aria-required={required || undefined} aria-invalid={invalid || undefined} aria-describedby={describedBy} onBlur={onBlur}
          onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
      </label>
      <span className="field-help">{limitsOf(field, max)}</span>
      {shown === null ? null : <Picture file={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

const families = new Set(['image', 'video', 'audio']);

function acceptOf(field: ClientField): string | undefined {
  if (field.accept !== undefined) return field.accept.map((item) => (item.includes('/') || item.startsWith('.') ? item : families.has(item) ? `${item}/*` : `.${item}`)).join(',');
  return field.type === 'image' ? 'image/png,image/jpeg,image/webp,image/gif' : undefined;
}

function refuse(file: File, field: ClientField): string | null {
  if (field.maxSize !== undefined && file.size > field.maxSize) return t('file.tooLarge', { max: formatSize(field.maxSize) });
  if (file.size === 0) return t('file.empty');
  const accepted = acceptOf(field)?.split(',');
  const fits = accepted === undefined || accepted.some((item) => (item.startsWith('.') ? file.name.toLowerCase().endsWith(item.toLowerCase()) : item.endsWith('/*') ? file.type.startsWith(item.slice(0, -1)) : file.type === item));
  return fits ? null : t('file.wrongType', { accept: readable(accepted ?? []) });
}

function limitsOf(field: ClientField, max: number): string {
  const accepted = acceptOf(field)?.split(',');
  return [
    t('file.limitCount', { max }),
    field.maxSize === undefined ? '' : t('file.limitSize', { max: formatSize(field.maxSize) }),
    accepted === undefined ? '' : readable(accepted),
  ].filter((part) => part !== '').join(' · ');
}

const readable = (accepted: string[]): string => accepted.map((item) => item === 'image/*' ? t('file.pictures') : item.replace(/^\.|^image\/|^application\//, '').toUpperCase()).join(' ');
