/** A place in a JSON text where it cannot be read, or where a name comes twice in one object. */
export interface JsonMistake { pointer: string; message: string; line: number; column: number }

class Unreadable extends Error {
  readonly at: number;
  constructor(at: number, message: string) { super(message); this.at = at; }
}

/** Reads JSON text strictly and says where it goes wrong; `JSON.parse` tells no place and lets a later name win silently. */
export function readJson(source: string): { value?: unknown; mistakes: JsonMistake[] } {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const mistakes: JsonMistake[] = [];
  const mistake = (at: number, pointer: string, message: string): void => {
    const before = text.slice(0, at).split('\n');
    mistakes.push({ pointer, message, line: before.length, column: before.at(-1)!.length + 1 });
  };
  try {
    scan(text, (at, pointer, name) => mistake(at, pointer, `"${name}" stands twice in one object`));
    return { value: JSON.parse(text) as unknown, mistakes };
  } catch (error) {
    mistake(error instanceof Unreadable ? error.at : text.length, '/', (error as Error).message);
    return { mistakes };
  }
}

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const space = /[ \t\r\n]*/y;

function scan(text: string, twice: (at: number, pointer: string, name: string) => void): void {
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const fail = (wanted: string): never => { throw new Unreadable(at, at >= text.length ? `the file ends where ${wanted} is expected` : `${JSON.stringify(text[at])} stands where ${wanted} is expected`); };
  const skip = (): string => { take(space); return text[at] ?? ''; };
  const list = (close: string, item: (index: number) => void): void => {
    at += 1;
    if (skip() === close) { at += 1; return; }
    for (let i = 0; ; i += 1) {
      skip();
      item(i);
      if (skip() === close) { at += 1; return; }
      if (text[at] !== ',') fail(`"," or "${close}"`);
      at += 1;
    }
  };
  const value = (pointer: string, depth: number): void => {
    if (depth > 200) fail('something less nested');
    if (text[at] === '[') return list(']', (i) => value(`${pointer}/${i}`, depth + 1));
    if (text[at] !== '{') {
      if (take(string) === undefined && take(literal) === undefined) fail('a value');
      return;
    }
    const seen = new Set<string>();
    list('}', () => {
      const start = at;
      const name = JSON.parse(take(string) ?? fail('a name in double quotes')) as string;
      const inner = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (seen.has(name)) twice(start, inner, name);
      seen.add(name);
      if (skip() !== ':') fail('":"');
      at += 1;
      skip();
      value(inner, depth + 1);
    });
  };
  skip();
  value('', 0);
  if (skip() !== '') fail('the end of the file');
}
