import type { FileValue, ProblemBody } from '../../model/client-types.ts';
import { locale, t } from './texts.ts';

/** A refusal by the server, or no answer at all (`status` 0). */
export class PortalError extends Error {
  status: number;
  code: string;
  hint: string | undefined;
  errors: ProblemBody['errors'];
  constructor(body: Partial<ProblemBody>, status: number) {
    super(body.detail || body.title || t('failed'));
    this.status = status;
    this.code = body.code ?? 'network';
    this.hint = body.hint;
    this.errors = body.errors ?? [];
  }
}

export interface PortalApi {
  get: <T>(path: string, query?: Record<string, string | undefined>) => Promise<T>;
  post: <T>(path: string, body?: unknown) => Promise<T>;
  patch: <T>(path: string, body: unknown) => Promise<T>;
  remove: (path: string) => Promise<void>;
  upload: (file: File) => Promise<FileValue>;
  fileUrl: (id: string) => string;
}

/** The door to one portal's interface. */
export function portalApi(app: string): PortalApi {
  const base = `/portal/${encodeURIComponent(app)}/api`;
  const send = async <T>(method: string, path: string, body?: BodyInit, type?: string): Promise<T> => {
    const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': locale(), ...(method === 'GET' ? {} : { 'X-Tamga-Request': '1' }), ...(type ? { 'Content-Type': type } : {}) };
    const response = await fetch(base + path, { method, headers, credentials: 'same-origin', ...(body === undefined ? {} : { body }) }).catch(() => { throw new PortalError({ detail: t('failedHint') }, 0); });
    const text = await response.text();
    if (!response.ok) throw new PortalError(parsed(text), response.status);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const json = (body: unknown): [string, string] => [JSON.stringify(body ?? {}), 'application/json'];
  return {
    get: (path, query = {}) => {
      const search = new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
      return send('GET', search.size > 0 ? `${path}?${search}` : path);
    },
    post: (path, body) => send('POST', path, ...json(body)),
    patch: (path, body) => send('PATCH', path, ...json(body)),
    remove: (path) => send('DELETE', path),
    upload: async (file) => {
      const body = new FormData();
      body.append('file', await smaller(file), file.name);
      return send('POST', '/files', body);
    },
    fileUrl: (id) => `${base}/files/${encodeURIComponent(id)}`,
  };
}

function parsed(text: string): Partial<ProblemBody> {
  try {
    return JSON.parse(text) as Partial<ProblemBody>;
  } catch {
    return {};
  }
}

const longestSide = 1600;

/** Photos of phones are made smaller before they go over a mobile network. */
async function smaller(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.size < 500_000) return file;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return file;
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', 0.85));
}
