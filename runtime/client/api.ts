import type { FileValue, ProblemBody } from '../model/client-types.ts';
import { locale, t } from './texts.ts';

type Query = Record<string, string | number | boolean | null | undefined>;
interface RequestOptions { query?: Query; body?: unknown; form?: FormData; idempotencyKey?: string; signal?: AbortSignal }

/** A refusal by the server, or a failure to reach it (`status` 0). */
export class ApiError extends Error {
  status: number;
  code: string;
  problem: ProblemBody;
  constructor(problem: ProblemBody) {
    super(problem.detail || problem.title);
    this.status = problem.status;
    this.code = problem.code;
    this.problem = problem;
  }
}

type Listener = () => void;
const signedOutListeners = new Set<Listener>();
const revisionListeners = new Set<(revision: string) => void>();

/** Calls the listener whenever the server answers that nobody is signed in. */
export function onSignedOut(listener: Listener): () => void {
  signedOutListeners.add(listener);
  return () => { signedOutListeners.delete(listener); };
}

/** Calls the listener with the model revision of every answer. */
export function onRevision(listener: (revision: string) => void): () => void {
  revisionListeners.add(listener);
  return () => { revisionListeners.delete(listener); };
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => request<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown, idempotencyKey?: string) => request<T>('POST', path, { body: body ?? {}, idempotencyKey }),
  put: <T>(path: string, body: unknown) => request<T>('PUT', path, { body }),
  patch: <T>(path: string, body: unknown) => request<T>('PATCH', path, { body }),
  delete: (path: string) => request<void>('DELETE', path, {}),
  /** Sends a form with a file. */
  form: <T>(path: string, form: FormData) => request<T>('POST', path, { form }),
  /** A file that the server makes. */
  file: (path: string) => requestFile(path),
  upload,
};

/** Path of an entity's records; parts are escaped. */
export function recordsPath(app: string, entity: string, ...rest: string[]): string {
  return `/api/records/${[app, entity, ...rest].map(encodeURIComponent).join('/')}`;
}

/** A path with its query, leaving out empty parameters. */
export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function request<T>(method: string, path: string, options: RequestOptions): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': locale() };
  if (method !== 'GET') headers['X-Tamga-Request'] = '1';
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.idempotencyKey !== undefined) headers['Idempotency-Key'] = options.idempotencyKey;
  let response: Response;
  try {
    response = await fetch(withQuery(path, options.query), {
      method, headers, credentials: 'same-origin', signal: options.signal,
      body: options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw unreachable();
  }
  const revision = response.headers.get('X-Tamga-Revision');
  if (revision !== null) revisionListeners.forEach((listener) => listener(revision));
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  const isSignIn = path === '/api/session' && method === 'POST';
  // Who has to change the password or set up a second factor is asked to at the sign-in.
  const isPending = response.status === 403 && /"code":"session\.(password-expired|second-factor-required)"/.test(text);
  if ((response.status === 401 && !isSignIn) || isPending) signedOutListeners.forEach((listener) => listener());
  throw new ApiError(readProblem(response.status, text));
}

async function requestFile(path: string): Promise<Blob> {
  const response = await fetch(path, { headers: { 'Accept-Language': locale() }, credentials: 'same-origin' }).catch(() => { throw unreachable(); });
  if (response.ok) return response.blob();
  if (response.status === 401) signedOutListeners.forEach((listener) => listener());
  throw new ApiError(readProblem(response.status, await response.text()));
}

function upload(file: File, onProgress: (share: number) => void): { done: Promise<FileValue>; cancel: () => void } {
  const xhr = new XMLHttpRequest();
  const done = new Promise<FileValue>((resolve, reject) => {
    xhr.open('POST', '/api/files');
    xhr.setRequestHeader('X-Tamga-Request', '1');
    xhr.setRequestHeader('Accept-Language', locale());
    xhr.upload.onprogress = (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total); };
    xhr.onerror = () => reject(unreachable());
    xhr.onload = () => {
      if (xhr.status === 201) resolve(JSON.parse(xhr.responseText) as FileValue);
      else reject(new ApiError(readProblem(xhr.status, xhr.responseText)));
    };
    const body = new FormData();
    body.append('file', file);
    xhr.send(body);
  });
  return { done, cancel: () => xhr.abort() };
}

function readProblem(status: number, text: string): ProblemBody {
  const plain: ProblemBody = { type: 'about:blank', title: t('error.failed'), status, code: `http.${status}`, detail: t('error.status', { status }), errors: [] };
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...plain, ...parsed } : plain;
  } catch {
    return plain;
  }
}

function unreachable(): ApiError {
  return new ApiError({ type: 'about:blank', title: t('error.offline'), status: 0, code: 'network', detail: t('error.offlineDetail'), errors: [] });
}
