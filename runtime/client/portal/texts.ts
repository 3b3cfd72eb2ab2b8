import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

export type PortalText = keyof typeof zh;
export type PortalLocale = 'zh-CN' | 'en';

const catalogues: Record<PortalLocale, Record<PortalText, string>> = { 'zh-CN': zh, en };
const storageKey = 'tamga.locale';
let current: PortalLocale = stored() === 'en' ? 'en' : 'zh-CN';

/** A text of the public pages with `{name}` filled in. */
export function t(key: PortalText, params: Record<string, string | number> = {}): string {
  return catalogues[current][key].replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

export function locale(): PortalLocale {
  return current;
}

/** Changes the language of this browser; the caller draws everything anew. */
export function setLocale(next: PortalLocale): void {
  current = next;
  document.documentElement.lang = next;
  keep(storageKey, next);
}

/** Remembers something where storage is allowed. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage may be forbidden; the choice then holds until the page is closed.
  }
}

/** What was remembered. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function stored(): string | null {
  return typeof localStorage === 'undefined' ? null : kept(storageKey);
}
