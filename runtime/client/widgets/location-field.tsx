import { useState } from 'react';
import { t } from '../texts.ts';
import { Button } from './button.tsx';
import type { FieldCellProps, FieldInputProps } from './field-view.ts';
import { NumberInput } from './number-input.tsx';
import { Nothing } from './plain-cell.tsx';

interface Place { lng: number | string | null; lat: number | string | null; address: string | null }

const decimals = 7;

/** A place in words, with its coordinates. */
export function LocationCell({ value }: FieldCellProps) {
  const place = placeOf(value);
  if (place === null) return <Nothing />;
  return <span className="location-cell">{place.address === null ? null : <span>{place.address}</span>}<span className="muted">{placeText(place)}</span></span>;
}

/** A place: from where the device is, or entered by hand. */
export function LocationField({ id, field, value, onChange, onBlur, disabled, invalid, required, describedBy, label }: FieldInputProps) {
  const place = placeOf(value) ?? { lng: null, lat: null, address: null };
  const [state, setState] = useState<'idle' | 'asking' | 'denied' | 'failed'>('idle');
  const set = (changes: Partial<Place>) => {
    const next = { ...place, ...changes };
    onChange(next.lng === null && next.lat === null && next.address === null ? null : next);
  };
  const ask = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => { setState('idle'); set({ lng: Number(coords.longitude.toFixed(decimals)), lat: Number(coords.latitude.toFixed(decimals)) }); },
      (error) => setState(error.code === error.PERMISSION_DENIED ? 'denied' : 'failed'),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  const name = label ?? field.label;
  return (
    <div className="location" role="group" aria-label={name} aria-describedby={describedBy}>
      <input id={id} className="input" value={place.address ?? ''} maxLength={200} disabled={disabled} placeholder={t('location.address')} aria-label={`${name} ${t('location.address')}`} aria-invalid={invalid || undefined} aria-required={required || undefined}
        onChange={(event) => set({ address: event.target.value === '' ? null : event.target.value })} onBlur={onBlur} />
      <div className="location-point">
        <label><span>{t('location.lng')}</span><NumberInput id={`${id}-lng`} value={place.lng} scale={decimals} disabled={disabled} invalid={invalid} onChange={(lng) => set({ lng })} onBlur={onBlur} /></label>
        <label><span>{t('location.lat')}</span><NumberInput id={`${id}-lat`} value={place.lat} scale={decimals} disabled={disabled} invalid={invalid} onChange={(lat) => set({ lat })} onBlur={onBlur} /></label>
        {disabled || !('geolocation' in navigator) ? null : <Button isBusy={state === 'asking'} onClick={ask}>{t('location.here')}</Button>}
      </div>
      {state === 'denied' || state === 'failed' ? <p className="field-help" role="status">{t(state === 'denied' ? 'location.denied' : 'location.failed')}</p> : null}
    </div>
  );
}

/** A place as people read it: `119.28° E, 43.61° N`. */
export function placeText({ lng, lat }: Pick<Place, 'lng' | 'lat'>): string {
  if (typeof lng !== 'number' || typeof lat !== 'number') return '';
  return `${Math.abs(lng)}° ${lng < 0 ? 'W' : 'E'}, ${Math.abs(lat)}° ${lat < 0 ? 'S' : 'N'}`;
}

function placeOf(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null || !('lng' in value) || !('lat' in value)) return null;
  const { lng, lat } = value as Place;
  return { lng, lat, address: 'address' in value && typeof value.address === 'string' ? value.address : null };
}
