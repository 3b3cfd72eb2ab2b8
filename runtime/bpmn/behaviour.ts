import type { Problem } from './problem.ts';
import type { Process, ProcessNode } from './process.ts';
import type { Run } from './run.ts';
import type { Token } from './state.ts';

/** How one kind of element acts: one file, one line in behaviours/index.ts. */
export type Behaviour = {
  /** `type` or `type/event` of the nodes it is for. */
  readonly of: string;
  /** Structure the element needs beyond what every element needs. */
  check?(node: ProcessNode, process: Process): Problem[];
  /** A token has come in: go on, wait, or end. Called again when an incident is retried. */
  enter(run: Run, token: Token, node: ProcessNode): void;
};
