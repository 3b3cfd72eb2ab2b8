/** Refuses an export before anybody waits for it; writes it under the context's rights. */
export { checkExport, exportRecords, mostRows } from './export-records.ts';
/** What is to be exported, read from a body or a stored job. */
export { toExportRequest } from './export-request.ts';
export type { ExportRequest } from './export-request.ts';
/** Where the file that a job made, and the sheet that one imports, lie. */
export { exportPath, importPath } from './export-path.ts';
/** Imports a sheet under the context's rights; writes the rows that were wrong. */
export { importRecords, type ImportReport } from './import/import-records.ts';
export { writeErrorFile } from './import/error-file.ts';
/** How a sheet is to be imported: the shape of the options, read from a stored job, refused when not allowed. */
export { importOptions, requireImport, toImportRequest, type ImportRequest } from './import/import-request.ts';
/** Refuses a sheet before it is taken; shows its columns, what they mean, and its first rows. */
export { checkSheet, previewSheet } from './import/check-sheet.ts';
/** The sheet that people fill in. */
export { writeTemplate } from './import/import-template.ts';
/** What an import may hold at most. */
export { limits as importLimits } from './import/table.ts';
/** Opens a spreadsheet that rows are written to as they come. */
export { openSheet } from './sheet-writer.ts';
