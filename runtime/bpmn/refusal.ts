export type RefusalCode = 'not-started' | 'already-started' | 'instance-ended' | 'no-such-task' | 'no-such-timer' | 'no-such-service' | 'no-such-incident' | 'unknown-outcome' | 'no-such-token' | 'no-such-subscription' | 'not-multi-instance' | 'last-instance' | 'too-many-instances' | 'not-executable';

/** An event that doesn't fit the state: somebody else was faster, or the caller is wrong. Nothing has changed. */
export class AdvanceRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, subject: string) {
    super(`${code}: ${subject}`);
    this.name = 'AdvanceRefusal';
    this.code = code;
  }
}
