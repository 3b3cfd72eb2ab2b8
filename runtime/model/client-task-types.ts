import type { ClientChange, ClientDetail, ClientField, ClientRecord, ReferenceValue } from './client-types.ts';

export interface TaskOutcome { name: string; label: string; style: 'default' | 'primary' | 'danger'; opinion: 'required' | 'optional' | 'none'; requires: string[] }

/** An item of `GET /api/tasks`. */
export interface ClientTask {
  id: string;
  instance: string;
  /** BPMN id of the user task, such as `review`. */
  task: string;
  label: string;
  process: { name: string; label: string };
  app: string; entity: string; entityLabel: string;
  record: ReferenceValue;
  applicant: ReferenceValue;
  assignee: ReferenceValue | null;
  createdAt: string;
  completedAt: string | null;
  outcome: { name: string; label: string } | null;
  dueAt: string | null;
  /** Whose task it was before it was handed on. */
  owner: ReferenceValue | null;
  /** In whose stead the reader may do it. */
  inStead: ReferenceValue | null;
  /** The step itself, one vote of several, the signature of somebody who was added, or advice that is asked for. */
  kind: 'task' | 'seat' | 'signer' | 'advice';
  /** Somebody who was added must sign first. */
  held: boolean;
  /** How often it was urged since it came. */
  urged: number;
  /** Of a copy: when it was looked at, and what was written with it. */
  readAt: string | null;
  note: string | null;
}

/** `GET /api/tasks/:id`: all that the approval page shows. */
export interface ClientTaskDetail extends ClientTask {
  status: 'open' | 'completed' | 'cancelled' | 'planned' | 'decided';
  can: {
    claim: boolean; unclaim: boolean; complete: boolean; reason?: string;
    /** Gives the advice that was asked for. */
    resolve: boolean;
    takeBack: boolean;
    operations: ('transfer' | 'delegate' | 'add-sign' | 'return' | 'copy')[];
  };
  /** People who were added to the step or vote on it. */
  signers: { id: string; person: ReferenceValue; place: 'before' | 'parallel' | 'after' | 'seat'; status: 'open' | 'completed' | 'planned' | 'decided'; outcome: string | null; removable: boolean }[];
  /** What is new since the reader saw the record last. */
  changes: ClientChange[];
  /** Why the request came (back) here: the last thing said. */
  came: ClientOpinion | null;
  /** The steps that may come next, by outcome. */
  next: { outcome: string; steps: { node: string; label: string; who: string; choose: boolean }[] }[];
  outcomes: TaskOutcome[];
  /** Fields of the record this task may change (inputs shown above the opinion). */
  edits: ClientField[];
  /** The record as it is now, or, for a completed task, as it was seen. */
  seen: ClientRecord;
  form: ClientDetail;
  version: number;
}

export interface ClientOpinion {
  task: string; label: string; outcome: string; outcomeLabel: string; opinion: string | null; by: ReferenceValue; at: string; seenVersion: number;
  kind: 'decision' | 'sign' | 'advice' | 'return' | 'recall' | 'withdraw';
  onBehalf: ReferenceValue | null;
}

/** What people did besides deciding. */
export interface ClientTaskEvent { kind: string; label: string | null; by: ReferenceValue | null; person: ReferenceValue | null; at: string; note: string | null }

/** `GET /api/instances/:id`. */
export interface ClientInstance {
  id: string; process: { name: string; label: string; version: number };
  app: string; entity: string; record: ReferenceValue;
  applicant: ReferenceValue;
  status: 'running' | 'ended' | 'cancelled' | 'incident';
  startedAt: string; endedAt: string | null;
  xml: string;
  active: string[];
  passed: string[];
  passedFlows: string[];
  opinions: ClientOpinion[];
  openTasks: { id: string; task: string; label: string; assignee: ReferenceValue | null; candidates: string; createdAt: string; dueAt: string | null; kind: ClientTask['kind']; held: boolean }[];
  events: ClientTaskEvent[];
  copies: { person: ReferenceValue; by: ReferenceValue | null; at: string; readAt: string | null }[];
  /** Who did each passed element and for how long it took. */
  spans: { element: string; by: string; from: string; to: string | null }[];
  can: { recall: boolean; urge: boolean; withdraw: boolean; copy: boolean };
  incidents: { element: string; message: string }[];
}
