import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

export type Locale = 'zh-CN' | 'en';
export type TextKey = keyof typeof zh;
type Params = Record<string, string | number>;

const catalogues: Record<Locale, Record<string, string>> = { 'zh-CN': zh, en };
const storageKey = 'tamga.locale';

// The language is one per browser tab and changes only with a remount of the whole tree, so it may live here.
let current: Locale = readLocale();

/** The text of a key in the chosen language, with `{name}` replaced by its parameter. */
export function t(key: TextKey, params: Params = {}): string {
  const text = catalogues[current][key] ?? zh[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** The language people read now; also what the server is asked for. */
export function locale(): Locale {
  return current;
}

/** Changes the language for this browser; the caller remounts what is shown. */
export function setLocale(next: Locale): void {
  current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // Storage may be forbidden by policy; the choice then holds for this tab only.
  }
}

function readLocale(): Locale {
  try {
    const stored = globalThis.localStorage?.getItem(storageKey);
    if (stored === 'zh-CN' || stored === 'en') return stored;
  } catch {
    return 'zh-CN';
  }
  return 'zh-CN';
}
