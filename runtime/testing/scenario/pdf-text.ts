import { inflateSync } from 'node:zlib';

/** What a PDF says, page after page, and how many pages it has: enough of the format to read papers made here. */
export function pdfText(pdf: Buffer): { text: string; pages: number } {
  const source = pdf.toString('latin1');
  const objects = new Map<string, { head: string; stream?: string }>();
  for (const match of source.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)) {
    const body = match[2]!;
    const at = body.indexOf('stream');
    if (at === -1 || !body.includes('endstream')) { objects.set(match[1]!, { head: body }); continue; }
    const start = match.index + match[0].indexOf(body) + at + (body.startsWith('stream\r\n', at) ? 8 : 7);
    const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0);
    const bytes = pdf.subarray(start, start + length);
    objects.set(match[1]!, { head: body.slice(0, at), stream: (body.includes('/FlateDecode') ? tryInflate(bytes) : bytes).toString('latin1') });
  }
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name, number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number!)?.head ?? '')?.[1];
      if (unicode) fonts.set(name!, readMap(objects.get(unicode)?.stream ?? ''));
    }
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  const text = pages.map(({ head }) => textOf(objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '', fonts)).join('\n');
  return { text, pages: pages.length };
}

function tryInflate(bytes: Buffer): Buffer {
  try { return inflateSync(bytes); } catch { return Buffer.alloc(0); }
}

/** Glyph numbers → characters, as the font's own map has them. */
function readMap(stream: string): Map<number, string> {
  const map = new Map<number, string>();
  const characters = (hex: string): string => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
  for (const [, from, , list] of stream.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi)) {
    [...list!.matchAll(/<([0-9a-f]+)>/gi)].forEach(([, hex], i) => map.set(parseInt(from!, 16) + i, characters(hex!)));
  }
  return map;
}

function textOf(stream: string, fonts: Map<string, Map<number, string>>): string {
  let font: Map<number, string> | undefined;
  let text = '';
  for (const [, name, array] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) { font = fonts.get(name); continue; }
    for (const [, hex] of (array ?? '').matchAll(/<([0-9a-f]+)>/gi)) text += (hex!.match(/.{4}/g) ?? []).map((glyph) => font?.get(parseInt(glyph, 16)) ?? '').join('');
    text += ' ';
  }
  return text;
}
