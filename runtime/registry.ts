import type { Readable } from 'node:stream';

/** Things of one sort by name: the built-in ones first, then what plugins add while the server starts. */
export interface NamedList<T extends { name: string }> {
  all: () => readonly T[];
  get: (name: string) => T | undefined;
  add: (item: T) => void;
}

// One process has one set of plugins; definitions are read only after the lists are frozen.
let isFrozen = false;

/** A list of built-in things that plugins may add to: `const fieldTypes = namedList('field type', [text, integer])`. */
export function namedList<T extends { name: string }>(what: string, builtIn: readonly T[]): NamedList<T> {
  const items = new Map<string, T>();
  const put = (item: T): void => {
    if (items.has(item.name)) throw new Error(`the ${what} "${item.name}" is there already`);
    items.set(item.name, item);
  };
  builtIn.forEach(put);
  return {
    all: () => [...items.values()],
    get: (name) => items.get(name),
    add: (item) => {
      if (isFrozen) throw new Error(`the ${what} "${item.name}" comes too late: the server has started`);
      put(item);
    },
  };
}

/** From now on the lists stay as they are. */
export function freezeRegistry(): void {
  isFrozen = true;
}

type Values = Record<string, unknown>;
type Kind = 'string' | 'number' | 'boolean' | 'date' | 'date-time' | 'any';

/** A step of actions that computes or looks up something: `{ "call": { "step": "name", "with": { … }, "as": "result" } }`. It may not change anything outside the database. */
export interface ActionStep {
  name: string;
  doc: { zh: string; en: string };
  /** What `with` gives; every one has to be given. */
  parameters: Readonly<Record<string, Kind>>;
  result: Kind;
  run: (given: Values) => Promise<unknown> | unknown;
}

/** What a service task gives to the topic that serves it. */
export interface ServiceCall {
  /** `tamga:action` and `tamga:message` of the element. */
  action: string | undefined;
  message: string | undefined;
  /** The inputs of the element, worked out. */
  inputs: () => Promise<Values>;
  /** The record that the process is about. */
  record: () => Promise<Values>;
  /** Runs a declared action on the record as the process. */
  runAction: (name: string, input: Values) => Promise<void>;
  /** Sends a declared message to those who are asked for a decision now, else to the applicant. */
  sendMessage: (name: string) => Promise<void>;
}

/** A topic of service tasks that is served inside the transaction. */
export interface ServiceTopic { name: string; serve: (call: ServiceCall) => Promise<void> }

/** One text on its way to one person. */
export interface OutgoingMessage {
  id: string;
  to: { id: string; name: string; email: string | null; phone: string | null };
  title: string;
  body: string;
  /** Key of the message definition, where there is one. */
  message: string | null;
  /** Template of the gateway and what is filled in, for channels whose texts are registered elsewhere. */
  template: { id: string; values: Readonly<Record<string, string>> } | null;
}

/** A way to reach people outside. `send` returns the receipt of the other side and throws when it has not taken the text. */
export interface MessageChannel {
  name: string;
  label: { zh: string; en: string };
  /** Where this channel reaches the person, or null when it does not. */
  address: (to: OutgoingMessage['to']) => string | null;
  send: (message: OutgoingMessage) => Promise<{ receipt?: string }>;
}

/** Where the content of files lies. */
export interface FileStore {
  /** Takes the finished file at a path; the file may be moved. */
  put: (id: string, path: string) => Promise<void>;
  /** Throws when there is no such content. */
  read: (id: string) => Promise<Readable>;
  remove: (id: string) => Promise<void>;
}

export interface FileStoreType { name: string; open: (place: { home: string }) => FileStore }

export const actionSteps = namedList<ActionStep>('action step', []);
export const messageChannels = namedList<MessageChannel>('message channel', []);
export const fileStores = namedList<FileStoreType>('file store', []);
/** The two topics that need nothing but what every process has. */
export const serviceTopics = namedList<ServiceTopic>('service topic', [
  { name: 'record.action', serve: async (call) => call.runAction(call.action ?? '', await call.inputs()) },
  { name: 'record.message', serve: (call) => call.sendMessage(call.message ?? '') },
]);
