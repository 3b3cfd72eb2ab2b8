import type { ClientAction, ClientField } from './client-types.ts';

/** What a portal's pages are drawn from: `GET /portal/:app/api`. */
export interface ClientPortal {
  app: string; label: string; description?: string; phone?: string; demo: boolean; locale: 'zh-CN' | 'en'; revision: string;
  tabs: { page: string; label: string }[];
  pages: { name: string; type: string; label: string; login: boolean }[];
  account: ClientAccount | null;
}
/** The resident who signed in; number and phone are masked. */
export interface ClientAccount { name: string | null; phone: string; idCard: string | null; realName: boolean }
export interface PortalItem { id: string; title: string; text?: string; date?: string; image?: string; phone?: string; status?: { label: string; color?: string } }
export interface HomeEntry { id?: string; label: string; icon: string; app: string; page: string; login: boolean }
export type ClientPortalSection =
  | { kind: 'search' }
  | { kind: 'banner'; items: PortalItem[]; opens?: string }
  | { kind: 'notices'; label: string; items: PortalItem[]; opens: string; more?: string }
  | { kind: 'services'; label: string; groups: { label: string; items: HomeEntry[] }[] };
/** One page: `GET /portal/:app/api/pages/:page`. */
export interface ClientPortalPage {
  name: string; type: string; label: string; login: boolean; title?: string; intro?: string; done?: string; opens?: string; add?: string;
  fields?: ClientField[]; filters?: ClientField[]; search?: boolean; captcha?: boolean; values?: Record<string, unknown>; actions?: ClientAction[]; canDelete?: boolean;
  steps?: { label: string; text?: string }[]; next?: HomeEntry; partner?: { name: string; label: string };
  area?: string; areas?: { code: string; name: string; count: number }[];
}
/** One record: its fields, and, where it is the resident's own, how it came along and what may be done with it. */
export interface ClientPortalRecord {
  record: Record<string, unknown> & { id: string; version: number }; title: string;
  progress?: { at: string; label: string }[]; messages?: { title: string; body: string; at: string }[]; can?: { update: boolean; delete: boolean; actions: string[] };
}
