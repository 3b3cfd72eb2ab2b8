/** Notes what happened, in the caller's transaction: `await recordEvent(ctx, { event: 'record.export', result: 'done', entity })`. */
export { recordEvent } from './record-event.ts';
/** Notes many events by one statement. */
export { recordEvents } from './record-event.ts';
export type { AuditEvent } from './record-event.ts';
/** Chains and signs what was noted. */
export { sealAudit, startSealing } from './seal-audit.ts';
/** Walks the chain and names the first row that is altered, missing or added. */
export { verifyAudit } from './verify-audit.ts';
export type { AuditFlaw, AuditVerdict } from './verify-audit.ts';
/** Statements that make the log's tables refuse changes. */
export { leastRetention, protection } from './audit-table.ts';
