import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { problem } from '../../../problems.ts';

/** What is told of an XML stream: elements by their local name, and the text between. */
export interface XmlEvents { open?: (name: string, attributes: Record<string, string>) => void; text?: (text: string) => void; close?: (name: string) => void }

/** Reads XML piece by piece; entities of a document type are unknown to the reader, so nothing can be blown up by them. Yields after every piece. */
export async function* readXml(stream: Readable, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', () => { throw problem('import.unreadable'); });
  parser.on('doctype', () => { throw problem('import.unreadable'); });
  parser.on('opentag', (tag) => events.open?.(local(tag.name), tag.attributes));
  parser.on('closetag', (tag) => events.close?.(local(tag.name)));
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  stream.setEncoding('utf8');
  try {
    for await (const chunk of stream) {
      parser.write(chunk as string);
      yield;
    }
    parser.close();
    yield;
  } catch (error) {
    // A size that is not what the zip file said, a broken deflate stream.
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('import.') ? error : problem('import.unreadable');
  } finally {
    stream.destroy();
  }
}

/** Reads a whole small XML stream. */
export async function readAllXml(stream: Readable, events: XmlEvents): Promise<void> {
  const pieces = readXml(stream, events);
  while (!(await pieces.next()).done) continue;
}
