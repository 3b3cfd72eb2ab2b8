/** A record on paper under the rights of whoever prints it: `await printOne(ctx, template, id, 'https://…')`. */
export { checkPrintable, printOne, readyPaper, templateOf, type ReadyPaper } from './print-records.ts';
/** Papers of several records as one PDF. */
export { makePdf } from './make-pdf.ts';
/** Tells anybody whether the paper with a code is genuine. */
export { verifyPaper, type Verdict } from './verification.ts';
