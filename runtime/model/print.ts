import type { Expression } from '../expressions/index.ts';
import type { Text } from '../fields/field.ts';

export type PrintAlign = 'left' | 'center' | 'right';
export type PrintStyle = 'title' | 'subtitle' | 'heading' | 'body' | 'small' | 'label';
export interface PrintColumn { path?: string; value?: Expression; label: Text; width?: number; align: PrintAlign }
export interface PrintPart { blocks: PrintBlock[]; width?: number }

/** One linked piece of a printed page; texts are Handlebars over `record`, `user`, `today`, `verify`, `page`, `pages`. Lengths are millimetres. */
export type PrintBlock = { when?: Expression } & (
  | { kind: 'text'; text: string; style: PrintStyle; align: PrintAlign; bold?: boolean; color?: string; size?: number }
  | { kind: 'fields'; fields: { path: string; label: Text }[]; columns: number }
  | { kind: 'lines'; field: string; entity: string; columns: PrintColumn[]; empty?: Text }
  | { kind: 'table'; rows: string[][]; widths: number[]; borders: boolean }
  | { kind: 'columns'; parts: PrintPart[]; gap: number }
  | { kind: 'box'; blocks: PrintBlock[]; background?: string; border?: string; padding: number }
  | { kind: 'image'; path: string; width: number; height: number; align: PrintAlign }
  | { kind: 'qr'; text: string; size: number; align: PrintAlign }
  | { kind: 'barcode'; text: string; width: number; height: number; align: PrintAlign }
  | { kind: 'stamp'; text: string; below?: string; size: number; align: PrintAlign }
  | { kind: 'rule'; color?: string }
  | { kind: 'space'; height: number }
  | { kind: 'pageBreak' }
);

/** A linked template: a paper printed of the records of an entity. */
export interface Template {
  key: string; app: string; name: string; label: Text; entity: string;
  printWhen?: Expression; message?: Text; needs: string[]; after?: string;
  page: { size: 'A3' | 'A4' | 'A5' | 'A6' | 'card' | 'badge'; orientation: 'portrait' | 'landscape'; margin: number };
  watermark?: string; header: PrintBlock[]; footer: PrintBlock[]; content: PrintBlock[];
  verify?: { shows: string[]; revokedWhen?: Expression; validUntil?: Expression };
  fileName?: string; batch: 'pdf' | 'zip';
  /** Paths of the record that its pieces show. */
  paths: string[];
}
