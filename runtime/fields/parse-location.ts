import { wrongType, type Parsed } from './field-type.ts';
import { roundHalfUp } from './parse-number.ts';

/** A stored place. */
export interface Location { lng: number; lat: number; address: string | null }

const digits = 7;

/** A place given as `{ lng, lat, address }` or as the text `119.28,43.61,address`; seven decimals are about a centimetre. */
export function parseLocation(raw: unknown): Parsed {
  const given = typeof raw === 'string' ? fromText(raw) : raw;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return wrongType;
  const { lng, lat, address = null, ...rest } = given as Record<string, unknown>;
  if (Object.keys(rest).length > 0 || typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat)) return wrongType;
  if (address !== null && (typeof address !== 'string' || address.includes('\u0000'))) return wrongType;
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) return { code: 'field.location' };
  if ((address ?? '').length > 200) return { code: 'field.too-long', params: { max: 200 } };
  return { value: { lng: roundHalfUp(lng, digits), lat: roundHalfUp(lat, digits), address: address?.trim() || null } satisfies Location };
}

/** The corners of a rectangle: `[west, east, south, north]`. */
export function parseBounds(raw: unknown): [number, number, number, number] | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { west, east, south, north } = raw as Record<string, unknown>;
  const corners = [west, east, south, north];
  if (!corners.every((n): n is number => typeof n === 'number' && Number.isFinite(n)) || Object.keys(raw).length !== 4) return undefined;
  const [w, e, s, n] = corners as [number, number, number, number];
  return w <= e && s <= n && Math.max(Math.abs(w), Math.abs(e)) <= 180 && Math.max(Math.abs(s), Math.abs(n)) <= 90 ? [w, e, s, n] : undefined;
}

function fromText(text: string): unknown {
  const [lng, lat, ...address] = text.split(/[,，]/).map((part) => part.trim());
  if (!lng || !lat || !/^-?\d{1,3}(\.\d{1,15})?$/.test(lng) || !/^-?\d{1,3}(\.\d{1,15})?$/.test(lat)) return null;
  return { lng: Number(lng), lat: Number(lat), ...(address.length > 0 ? { address: address.join(',') } : {}) };
}
