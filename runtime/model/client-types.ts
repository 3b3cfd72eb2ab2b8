/** What the server tells the browser: definitions as one user may see them, labels in that user's language. */

export interface ClientOption { value: string; label: string; color?: string; disabled?: boolean; parent?: string }

/** A field as a column, filter or input. Rules (`…When`, `check`, `computed`, `default`) are FEEL over the form's values. */
export interface ClientField {
  /** Field name, or a path over references such as `batch.expiryDate` (columns and filters only). */
  name: string;
  label: string;
  help?: string;
  type: string;
  required?: boolean;
  readOnly?: boolean;
  masked?: boolean;
  sortable?: boolean;
  width?: number;
  options?: ClientOption[];
  /** Codes that are looked up on the server, being maintained there as records. */
  dictionary?: { app: string; name: string };
  leavesOnly?: boolean;
  /** Where the choices of a reference, org or user field are searched. */
  reference?: { app: string; entity: string; filter?: Record<string, unknown>; fill?: Record<string, string> };
  area?: { level?: string };
  /** Data element (WS/T 363) that the field holds. */
  dataElement?: string;
  /** `as` is the name under which rules of a line see the record they belong to. */
  lines?: { fields: ClientField[]; as?: string; minCount?: number; maxCount?: number };
  unit?: string;
  min?: number;
  max?: number;
  scale?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  accept?: string[];
  maxSize?: number;
  maxCount?: number;
  /** Comparisons that a filter of this field may make. */
  operators?: string[];
  default?: string;
  computed?: string;
  check?: string;
  message?: string;
  visibleWhen?: string;
  requiredWhen?: string;
  readOnlyWhen?: string;
}

export interface ClientAction {
  name: string;
  label: string;
  on: 'record' | 'list';
  style: 'default' | 'primary' | 'danger';
  confirm?: string;
  input: ClientField[];
}

export interface ClientSection { label?: string; columns: number; fields: ClientField[] }

export interface ClientList {
  kind: 'list'; app: string; name: string; entity: string; entityApp: string; label: string;
  columns: ClientField[];
  filters: ClientField[];
  /** Placeholder of the search box; absent when the entity has nothing to search. */
  search?: string;
  sort: string;
  pageSize: number;
  /** The list's own condition; send it with `list=<app>/<name>` instead of repeating it. */
  tabs: { label: string; where?: Record<string, unknown> }[];
  open: 'detail' | 'none';
  opens?: { field: string; app: string; entity: string };
  can: { create: boolean; export: boolean; import: boolean; recycle?: boolean };
  actions: ClientAction[];
  /** Every field that columns may show; those with `operators` can be filtered by. */
  fields: ClientField[];
  /** Field that names a record. */
  title: string;
  view: ListLook;
  /** Forms that the list can be drawn in, the first one included. */
  looks: ListLook[];
  calendar?: { date: string; end?: string; title: string; color?: string };
  board?: ClientBoard;
  summary: { field: string; of: string }[];
  /** Fields that may be changed in their cells, where `can.update`. */
  edit: string[];
  bulk: { actions: ClientAction[]; delete: boolean; edit: boolean };
  /** Templates that selected records may be printed with. */
  prints: { name: string; label: string }[];
}

export type ListLook = 'table' | 'tree' | 'calendar' | 'board' | 'cards';

/** Cards in columns by a choice; where `moves` is given, the field is a state and changes by these actions only. */
export interface ClientBoard { by: ClientField; card: ClientField[]; moves?: { from: string[]; to: string; action: ClientAction }[] }

export interface ClientForm {
  kind: 'form'; app: string; name: string; entity: string; entityApp: string; label: string;
  sections: ClientSection[];
  checks: { rule: string; field?: string; message: string }[];
  /** People say why they change a record. */
  changeReason?: 'optional' | 'required';
}

export interface ClientRelated { label: string; app: string; list: string; by: string }

export interface ClientDetail {
  kind: 'detail'; app: string; name: string; entity: string; entityApp: string; label: string;
  /** Field that names the record. */
  title: string;
  state?: string;
  sections: ClientSection[];
  related: ClientRelated[];
  /** Key facts under the title. */
  header: ClientField[];
  tabs: { label: string; sections: ClientSection[]; related: ClientRelated[] }[];
  figures: { label: string; unit?: string; app: string; report: string; measure: string; by: string }[];
  /** Does the timeline tell more than the record's own history? */
  around: boolean;
  prints: { name: string; label: string }[];
  actions: ClientAction[];
  history: boolean;
  /** The record is a questionnaire; `portal` is the app where the public answers it. */
  questionnaire?: { portal?: string };
  /** The record holds a version of codes, which can be compared with the one before. */
  codeChanges?: boolean;
  /** How the records form a tree: its parent field, the field that orders siblings, and what nodes are called. */
  tree?: { parent: string; order?: string; title: string };
  /** People say why they change a record. */
  changeReason?: 'optional' | 'required';
  /** The label of `submit` when a process can be started on the record. */
  process?: { name: string; label: string };
}

/** A dimension; `name` is its own, `path` the field that filters name. */
export interface ClientDimension extends ClientField { path: string; grain?: string; grains?: string[]; level?: string; levels?: string[] }

export interface ClientReport {
  kind: 'report'; app: string; name: string; label: string; entity: string; entityApp: string;
  description?: string;
  dimensions: ClientDimension[];
  measures: { name: string; label: string; unit?: string; type: string; drill?: true }[];
  /** `preset`: it has a default that holds until something is chosen. */
  filters: (ClientField & { preset?: true })[];
  pivot?: string;
  chart: 'bar' | 'stack' | 'line' | 'pie' | 'none';
  drill?: { app: string; list: string };
  can: { export: boolean };
}

export interface ClientWidget {
  type: 'figure' | 'bar' | 'stack' | 'line' | 'pie' | 'gauge' | 'ranking' | 'map' | 'pivot' | 'table';
  label: string;
  report: { app: string; name: string };
  measures: { name: string; label: string; unit?: string }[];
  dimension?: { name: string; label: string };
  series?: { name: string; label: string };
  where?: Record<string, unknown>;
  grain?: string;
  level?: string;
  max?: number;
  map?: string;
  count: number;
  width: number;
  height: number;
  link?: { app: string; list: string };
}

export interface ClientDashboard {
  kind: 'dashboard'; app: string; name: string; label: string;
  layout: 'page' | 'cockpit';
  /** Seconds between two readings, and for which a page of a cockpit stays. */
  refresh?: number;
  rotate: number;
  pages: { label?: string; widgets: ClientWidget[] }[];
}

/** A node of a free page, as the reader may see it. */
export type ClientPageNode =
  | { type: 'heading' | 'plain'; text: string } | { type: 'alert'; text: string; level: string } | { type: 'divider' }
  | { type: 'grid'; columns: { md?: number; body: ClientPageNode[] }[] } | { type: 'panel'; title: string; body: ClientPageNode[] } | { type: 'tabs'; tabs: { title: string; body: ClientPageNode[] }[] }
  | { type: 'crud'; list: ClientList; label: string; limit: number; filter?: Record<string, unknown> } | { type: 'chart'; widget: ClientWidget }
  | { type: 'links'; links: { label: string; path: string }[] }
  | { type: 'property'; app: string; entity: string; label?: string; fields: ClientField[]; filter?: Record<string, unknown> };
export interface ClientPage { kind: 'page'; app: string; name: string; label: string; body: ClientPageNode[] }

export interface ClientMenuItem { kind: 'list' | 'dashboard' | 'report' | 'page' | 'tool'; app: string; name: string; label: string }
export interface ClientMenuGroup { label: string; icon?: string; items: ClientMenuItem[] }
export interface ClientApp { name: string; label: string; icon?: string; menu: ClientMenuGroup[] }

/** `GET /api/model`. */
export interface ClientModel {
  revision: string;
  locale: 'zh-CN' | 'en';
  demo: boolean;
  user: { id: string; username: string; name: string; org?: { id: string; title: string }; roles: { name: string; label: string; scope: string }[] };
  apps: ClientApp[];
}

/** A reference value in a record. `area` values use the division code as id. */
export interface ReferenceValue { id: string; title: string }
export interface FileValue { id: string; name: string; size: number; type: string }

/** A record as `GET /api/records/:app/:entity[/:id]` sends it; paths asked for in `fields` appear under their dotted name. */
export interface ClientRecord {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  createdBy: ReferenceValue | null;
  updatedBy: ReferenceValue | null;
  /** What this user may do with this record now; `actions` includes `submit` where a process can be started. */
  can: { update: boolean; delete: boolean; actions: string[] };
  /** On a single record: the running or last process instance. */
  instance?: string | null;
  [field: string]: unknown;
}

export interface ClientMessage { id: string; title: string; body: string; count?: number; at: string; readAt: string | null; link: { app: string; entity: string; id: string; task?: string } | null }

/** One field of a change; `options` are the texts of the choices it speaks of. */
export interface ClientChange { field: string; label: string; before: unknown; after: unknown; options?: ClientOption[] }

export interface ClientHistoryEntry { id: string; /** In a timeline: the related record that changed. */ of?: { app: string; entity: string; label: string; id: string; title: string }; at: string; by: ReferenceValue | null; operation: string; via: string | null; version: number; reason?: string; changes: ClientChange[] }

/** `application/problem+json`. */
export interface ProblemBody { type: string; title: string; status: number; code: string; detail: string; hint?: string; errors: { field?: string; code: string; message: string }[] }

/** A version of a record, as `GET …/:id/versions` lists it. */
export interface ClientVersion { version: number; at: string; by: ReferenceValue | null; operation: string; via: string | null; reason?: string; current: boolean }

export interface ClientDifference extends ClientChange { type: string }

/** `GET …/:id/versions/compare`. */
export interface ClientComparison {
  from: { version: number; at: string }; to: { version: number; at: string };
  fields: ClientDifference[];
  lines: { field: string; label: string; rows: { id: string; number: number; kind: 'added' | 'changed' | 'removed'; changes: ClientDifference[] }[] }[];
}

/** A deleted record that can be brought back. */
export interface ClientRecycled { id: string; title: string; version: number; deletedAt: string; deletedBy: ReferenceValue | null }

/** What a person has begun to fill in. */
export interface ClientDraft { values: Record<string, unknown>; at: string; stale: boolean; changed: boolean }

/** `GET …/:id/code-changes`. */
export interface ClientCodeChanges {
  from: string | null; to: string; counts: { added: number; retired: number; changed: number };
  added: { code: string; label: string }[]; retired: { code: string; label: string }[];
  changed: { code: string; before: { label: string; parent: string | null }; after: { label: string; parent: string | null } }[];
}
