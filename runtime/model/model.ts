import type { Expression, FeelType } from '../expressions/index.ts';
import type { Text, Condition, Field } from '../fields/field.ts';
import type { Codes, Dictionary } from './dictionary.ts';
import type { Content } from './questionnaire/index.ts';
import type { Process } from '../bpmn/index.ts';
import type { Template } from './print.ts';
import type { Decision } from '../dmn/index.ts';
import type * as S from '../../schemas/generated/types.ts';

export type { Text, Condition, Option, Sensitivity, Field } from '../fields/field.ts';

export interface Check { rule: Expression; field?: string; message: Text }

export interface States {
  field: string;
  initial: string;
  transitions: { from: string[]; to: string; by: string[] }[];
  editable: string[];
  deletable: string[];
}

export interface Ledger { entity: string; balance: string; key: string[]; quantity: string; direction: string; after: string; onHand: string; frozen: string }

export interface Entity {
  /** `app/name`. */
  key: string;
  app: string;
  name: string;
  file: string;
  label: Text;
  schema: string;
  table: string;
  was: string[];
  fields: Field[];
  byName: Map<string, Field>;
  title: string;
  owner: string[];
  unique: string[][];
  indexes: string[][];
  search: string[];
  keys: string[];
  sort: string[];
  checks: Check[];
  states?: States;
  tree?: { parent: string; depth?: number; order?: string };
  /** Deleted records can be restored from the recycle list. */
  softDelete: boolean;
  /** People say why they change a record. */
  changeReason?: 'optional' | 'required';
  lineOf?: { entity: string; as: string; field: string };
  /** The one record of another entity that refers to this one, known under a name of its own (a ledger's balance). */
  inverse?: { name: string; entity: string; field: string };
  ledger?: Ledger;
  /** The records are codes of dictionaries. */
  codes?: Codes;
  /** Records are questionnaires; `project` is the answers' reference to them. */
  questionnaires?: { answers: string; project: string; once: string[] };
  /** Records are answers to questionnaires of this entity. */
  answersOf?: string;
  history: boolean;
  /** So many records are expected that every question needs an index. */
  large: boolean;
  managed: boolean;
  /** Fields of other entities that refer to this one; lines of it are left out. */
  referencedBy: { entity: string; field: string }[];
  /** Computed fields, those that others use first. */
  computedOrder: string[];
  feel: FeelType;
}

export interface EntityGrant {
  read: boolean | Condition;
  create: boolean | Condition;
  update: boolean | Condition;
  delete: boolean | Condition;
  export: boolean;
  import: boolean;
  print: string[];
  actions: string[];
  scope: 'grant' | 'own' | 'all';
  hide: string[];
  mask: string[];
  readOnly: string[];
}

/** A linked role; its name is `app.role`. */
export interface Role { name: string; label: Text; description?: Text; excludes: string[]; administrative: boolean; grants: Map<string, EntityGrant>; reports: Set<string>; engine: ReadonlySet<EngineRight> }
export type EngineRight = NonNullable<S.Role['engine']>[number];

export type Assign = Record<string, Expression>;
export interface ExportStep { kind: 'export'; when?: Expression; entity: string; for: Expression; fields: Expression; where: Assign; filter?: Expression; search?: Expression; sample?: number; watermark?: Expression; days: number; as: string }
export type Step =
  | { kind: 'check'; when?: Expression; rule: Expression; field?: string; message: Text; forbid?: boolean }
  | ExportStep
  | { kind: 'download'; when?: Expression; job: Expression }
  | { kind: 'update'; when?: Expression; record: string; set: Assign }
  | { kind: 'create'; when?: Expression; entity: string; set: Assign; as?: string }
  | { kind: 'find'; when?: Expression; entity: string; where: Assign; as: string; orCreate?: Assign }
  | { kind: 'each'; when?: Expression; of?: Expression; records?: { entity: string; where: Assign; sort: string[] }; as: string; steps: Step[] }
  | { kind: 'post'; when?: Expression; ledger: string; set: Assign; fromFrozen: boolean; field?: string; message?: Text; as?: string }
  | { kind: 'reserve' | 'release'; when?: Expression; ledger: string; key: Assign; quantity: Expression; field?: string; message?: Text }
  | { kind: 'take'; when?: Expression; ledger: string; where: Assign; only?: Condition; order: string[]; quantity: Expression; set: Assign; field?: string; message?: Text; taken?: string }
  | { kind: 'send'; when?: Expression; message: string; roles: string[]; user?: string }
  | { kind: 'start'; when?: Expression; process: string }
  | { kind: 'delete'; when?: Expression; record: string }
  | { kind: 'resetSecondFactor'; when?: Expression }
  | { kind: 'call'; when?: Expression; step: string; with: Assign; as?: string }
  | { kind: 'setPassword'; when?: Expression; password: Expression; field: string };

export interface Action {
  app: string; name: string; entity: string; label: Text;
  on: 'record' | 'list'; internal: boolean; when?: Expression; confirm?: Text; style: 'default' | 'primary' | 'danger';
  input: Field[]; steps: Step[];
}

export interface Column { path: string; label?: Text; width?: number; sortable: boolean }
export interface List {
  app: string; name: string; entity: string; label: Text; columns: Column[]; filters: string[]; where?: Condition; sort: string[];
  tabs: { label: Text; where?: Condition }[]; open: 'detail' | 'none'; opens?: string; create: boolean; pageSize: number;
  view: NonNullable<S.List['view']>; calendar?: NonNullable<S.List['calendar']>; board?: { by: string; card: string[] };
  summary: { field: string; of: string }[]; edit: string[]; bulk: string[];
}
export interface Section { label?: Text; columns: number; fields: string[] }
export interface Form { app: string; name: string; entity: string; label: Text; sections: Section[]; lines: Record<string, string[]> }
export interface Related { label?: Text; list: string; by: string }
export interface Figure { label?: Text; report: string; measure: string; by: string }
export interface Detail { app: string; name: string; entity: string; label: Text; sections: Section[]; related: Related[]; header: string[]; tabs: { label: Text; sections: Section[]; related: Related[] }[]; figures: Figure[]; timeline: { entity: string; by: string }[] }
/** Texts of a message on one channel outside; `template` names a text registered with the gateway. */
export interface ChannelText { title?: Text; body?: Text; template?: string; values: Record<string, string> }
export interface Message { key: string; app: string; name: string; label: Text; title: Text; body: Text; essential: boolean; channels: Map<string, ChannelText>; mergeMinutes?: number }
export interface Job { app: string; name: string; label: Text; cron: string; run: JobStep[] }
export type JobStep = { kind: 'alert'; alert: string } | { kind: 'action'; entity: string; action: string; where?: Condition }
export interface Tier { name: string; before: string }
export interface Alert {
  key: string; app: string; name: string; label: Text; kind: 'threshold' | 'date-tiers' | 'event' | 'trend' | 'no-data'; rules: string; of: string; where?: Condition;
  match: Record<string, string>; sum?: string; below?: string; date?: string; lead?: string; tiers: Tier[];
  record: { entity: string; set: Assign; open?: { field: string; open: string; cleared: string; clearedAt?: string }; repeat?: { count: string; at: string; quietMinutes?: string } };
  message?: string; roles: string[]; rolesFrom?: string;
  when?: Expression; same: string[];
  trend?: { grain: 'day' | 'week' | 'month'; direction: 'rise' | 'fall'; periods?: string; percent?: string; against: 'previous' | 'year' }; days?: string;
}
export type { Template } from './print.ts';
export type Grain = NonNullable<S.ReportDimension['grain']>;
export type AreaLevel = NonNullable<S.ReportDimension['level']>;
/** `previous`: the period before (环比); `lastYear`: the same period last year (同比); `peers`: the average of the rows of a period. */
export type Comparison = NonNullable<S.ReportMeasure['compare']>[number];
export interface ReportDimension {
  name: string; path: string; label?: Text; grain?: Grain; grains: Grain[]; level?: AreaLevel; levels: AreaLevel[]; gaps: 'none' | 'zero';
  /** Paths of the same thing in other sources. */
  in: Record<string, string>;
}
/** How a measure is made: out of records, or out of measures declared before it. */
export type MeasureKind =
  | { kind: 'count' }
  | { kind: 'sum' | 'avg' | 'min' | 'max' | 'distinct'; path: string }
  | { kind: 'quantile'; path: string; at: number }
  | { kind: 'ratio'; of: string; over: string; per: number }
  | { kind: 'compute'; expression: Expression };
export interface Measure {
  name: string; label: Text; how: MeasureKind; source?: string; where?: Condition; empty: 'zero' | 'none'; unit?: Text; format: 'number' | 'percent'; scale?: number;
  /** Type of the value: a number, or the date that `min` and `max` find. */
  type: 'number' | 'date' | 'datetime';
  hidden: boolean; compare: Comparison[]; running?: 'all' | 'year'; rank?: 'down' | 'up'; rankWithin?: string; drill: boolean;
}
export interface ReportFilter { path: string; label?: Text; default?: unknown; required: boolean; maxValues?: number; in: Record<string, string> }
export interface ReportSource { name: string; entity: string; where?: Condition; drill?: string }
export interface Report {
  key: string; app: string; name: string; label: Text; description?: Text; entity: string; where?: Condition; sources: ReportSource[];
  dimensions: ReportDimension[]; measures: Measure[]; filters: ReportFilter[]; sort: string[]; drill?: string;
  /** Path of the date by which comparisons go back. */
  time?: string;
  top?: { count: number; by: string; down: boolean; others: boolean }; pivot?: string; chart?: S.Report['chart']; suppressBelow?: number;
}
export interface Widget {
  type: S.DashboardWidget['type']; label: Text; report: string; measures: string[]; dimension?: string; series?: string; where?: Condition; grain?: Grain; level?: AreaLevel;
  max?: number; map?: string; count: number; width: number; height: number; link?: string;
}
export interface DashboardPage { label?: Text; widgets: Widget[] }
export interface Dashboard { app: string; name: string; label: Text; layout: 'page' | 'cockpit'; refresh?: number; rotate: number; pages: DashboardPage[] }

export interface PortalLink { label: Text; icon: string; app: string; page: string }
interface Shown { entity: string; title: string; where?: Condition; sort: string[] }
export type PortalSection =
  | (Shown & { kind: 'banner'; image?: string; opens?: string })
  | (Shown & { kind: 'notices'; label: Text; date?: string; limit: number; opens: string; more?: string })
  | (Shown & { kind: 'services'; label: Text; target: string; group?: string; icon?: string; login?: string })
  | { kind: 'links'; label: Text; items: PortalLink[] }
  | { kind: 'search' };
interface PageBase { name: string; label: Text; login: boolean }
export type PortalPage = PageBase & (
  | (Shown & { type: 'list'; text?: string; image?: string; date?: string; filters: string[]; search: boolean; opens?: string })
  | { type: 'detail'; entity: string; title: string; fields: string[] }
  | { type: 'form'; entity: string; intro?: Text; fields: string[]; fill: Record<string, 'name' | 'phone' | 'idCard'>; captcha: boolean; submit: boolean; done?: Text; opens?: string }
  | (Shown & { type: 'map'; text?: string; phone?: string; area: string; opens?: string })
  | (Shown & { type: 'mine'; status?: string; date?: string; fields: string[]; add?: string })
  | { type: 'text'; steps: { label: Text; text?: Text }[]; next?: PortalLink; partner?: string }
  | { type: 'questionnaires'; entity: string });
export interface PortalPartner { name: string; label: Text; address: string; secret: string; cases?: { entity: string; key: string; fields: string[]; message?: string } }
export type PageNode =
  | { type: 'heading' | 'plain'; text: Text } | { type: 'alert'; text: Text; level: 'info' | 'success' | 'warning' | 'danger' } | { type: 'divider' }
  | { type: 'grid'; columns: { md?: number; body: PageNode[] }[] } | { type: 'panel'; title: Text; body: PageNode[] } | { type: 'tabs'; tabs: { title: Text; body: PageNode[] }[] }
  | { type: 'crud'; list: string; label?: Text; limit: number; filter?: Condition } | { type: 'chart'; widget: Widget }
  | { type: 'links'; links: { kind: PageLinkKind; key: string; label?: Text }[] }
  | { type: 'property'; entity: string; filter?: Condition; fields: string[]; label?: Text };
export type PageLinkKind = 'list' | 'report' | 'dashboard' | 'page' | 'form' | 'questionnaires';
/** A free page for staff. */
export interface Page { app: string; name: string; label: Text; body: PageNode[] }
/** A questionnaire made as a file. */
export interface QuestionnaireFile { key: string; app: string; name: string; label: Text; bank: string; set: Record<string, unknown>; org?: string; content: Content }
/** The public pages of an app; `roles` are what its visitors and residents hold, fixed by the definition. */
export interface Portal {
  app: string; name: string; label: Text; description?: Text; phone?: string; home: PortalSection[]; pages: Map<string, PortalPage>; tabs: string[];
  questionnaires: string[]; partners: Map<string, PortalPartner>; roles: { anybody: string; guest: string; own: string };
}
export interface MenuItem { kind: 'list' | 'dashboard' | 'report' | 'page' | 'tool'; key: string; label?: Text }
export interface App { name: string; label: Text; icon?: string; order: number; needs: string[]; menu: { label: Text; icon?: string; items: MenuItem[] }[] }

/** A process linked to its entity. */
export interface BoundProcess { key: string; app: string; file: string; xml: string; hash: string; entity: string; process: Process; expressions: Map<string, Expression> }

/** The decisions of one DMN file. */
export interface DecisionFile { app: string; file: string; xml: string; hash: string; decisions: readonly Decision[] }

/** All definitions, linked. Keys are `app/name`, roles `app.role`, processes by id. */
export interface Model {
  revision: string;
  apps: Map<string, App>;
  entities: Map<string, Entity>;
  dictionaries: Map<string, Dictionary>;
  roles: Map<string, Role>;
  /** Actions by entity key, then by name. */
  actions: Map<string, Map<string, Action>>;
  lists: Map<string, List>;
  forms: Map<string, Form>;
  details: Map<string, Detail>;
  messages: Map<string, Message>;
  jobs: Map<string, Job>;
  alerts: Map<string, Alert>;
  reports: Map<string, Report>;
  dashboards: Map<string, Dashboard>;
  templates: Map<string, Template>;
  pages: Map<string, Page>;
  /** By app. */
  portals: Map<string, Portal>;
  questionnaires: Map<string, QuestionnaireFile>;
  /** By decision id. */
  decisions: Map<string, DecisionFile>;
  processes: Map<string, BoundProcess>;
  processOf: Map<string, BoundProcess>;
}

/** The entity behind a key that linking has already checked. */
export function entityOf(model: Model, key: string): Entity {
  const entity = model.entities.get(key);
  if (!entity) throw new Error(`Entity ${key} is not in the model.`);
  return entity;
}
