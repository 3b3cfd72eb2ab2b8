/** Refuses an export before anybody waits for it; writes it under the context's rights. */
export { checkExport, exportRecords, mostRows } from './export-records.ts';
/** What is to be exported, read from a body or a stored job. */
export { toExportRequest } from './export-request.ts';
export type { ExportRequest } from './export-request.ts';
/** Where the file of an export job lies. */
export { exportPath } from './export-path.ts';
