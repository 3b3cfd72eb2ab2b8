import type { Scenario } from '../../../schemas/generated/types.ts';

export type ScenarioStep = Scenario['steps'][number];
export type ScenarioRefusal = NonNullable<Extract<ScenarioStep, { create: string }>['refused']>;

export interface Request { method: string; path: string; body?: unknown; raw?: { type: string; bytes: Buffer }; headers?: Record<string, string>; token?: string }
export interface Answer { status: number; headers: Record<string, string | string[] | number | undefined>; body: unknown; bytes: Buffer }

/** Where an entity stands: its app and its name. */
export interface EntityId { app: string; entity: string }
/** What the runner must know of a field: its type, whom it refers to, whose lines it holds. */
export interface FieldShape { type: string; target?: EntityId; lines?: EntityId }
/** `keys` are the groups of fields that name a record, the best first. */
export interface EntityShape extends EntityId { keys: string[][]; fields: Record<string, FieldShape> }

export interface SavedRecord extends EntityId { id: string; record: Record<string, unknown> }
/** `uploads`: where else this person's files go than to the staff's. */
export interface Person { id: string; token: string; uploads?: { path: string; token: string } }
/** Somebody who signed in on the public pages. */
export interface ResidentPerson { phone: string; token: string }

/** One scenario's server, clock, people and saved records. */
export interface ScenarioWorld {
  /** App the short names belong to. */
  app: string;
  zone: string;
  send(request: Request): Promise<Answer>;
  shapeOf(id: EntityId): EntityShape | undefined;
  /** Fields an action asks for. */
  inputOf(id: EntityId, action: string): Record<string, FieldShape>;
  /** Entity a report counts. */
  listEntity(list: { app: string; name: string }): EntityId | undefined;
  reportEntity(report: { app: string; name: string }): EntityId | undefined;
  now(): Date;
  /** Moves the clock and does what has fallen due. */
  setClock(moment: Date): Promise<void>;
  runJob(app: string, name: string): Promise<void>;
  /** Does what waits in the queue, such as an export. */
  doPending(): Promise<void>;
  system: Person;
  people: Map<string, Person>;
  residents: Map<string, ResidentPerson>;
  /** Entity and verification of a portal's page. */
  portalPage(app: string, page: string): { entity?: EntityId; captcha: boolean } | undefined;
  saved: Map<string, SavedRecord>;
  /** Tasks met so far, so that a closed one can still be spoken of. */
  tasks: Map<string, string>;
}

/** A step made ready: `send` asks the server, `accept` checks and keeps a good answer. */
export interface PreparedStep { send(): Promise<Answer>; accept?(answer: Answer): Promise<void> | void }
export type StepHandler<Step> = (world: ScenarioWorld, step: Step) => Promise<PreparedStep>;
