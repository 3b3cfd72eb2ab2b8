/** One word of a JUEL text. */
type Word = { readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end'; readonly text: string };

const words = /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|(\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.()[\],]))/y;
const comparisons: Readonly<Record<string, string>> = { '==': '=', eq: '=', '!=': '!=', ne: '!=', '<': '<', lt: '<', '>': '>', gt: '>', '<=': '<=', le: '<=', '>=': '>=', ge: '>=' };

/** The FEEL text of a JUEL expression (without its braces): literals, paths, comparison, boolean, arithmetic, `empty`, `not`, `? :` and execution.getVariable. Throws what it doesn't know. */
export function juelToFeel(text: string): string {
  const parser = new JuelParser(text);
  const feel = parser.ternary();
  parser.expect('end');
  return feel;
}

/** Text with `${…}` in it as one FEEL text. */
export function juelTemplate(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const found of text.matchAll(/[$#]\{([^}]*)\}/g)) {
    if (found.index > at) parts.push(JSON.stringify(text.slice(at, found.index)));
    parts.push(`string(${juelToFeel(found[1] ?? '')})`);
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push(JSON.stringify(text.slice(at)));
  if (/[$#]\{/.test(text.slice(at))) throw new Error('a brace is not closed');
  return parts.join(' + ');
}

class JuelParser {
  private readonly all: readonly Word[];
  private at = 0;

  constructor(text: string) { this.all = wordsOf(text); }

  ternary(): string {
    const condition = this.or();
    if (!this.take('?')) return condition;
    const yes = this.ternary();
    this.expect(':');
    return `(if ${condition} then ${yes} else ${this.ternary()})`;
  }

  expect(text: string): void {
    const word = this.word();
    if (text === 'end' ? word.kind !== 'end' : !this.take(text)) throw new Error(`"${word.text}" is not understood here`);
  }

  private or(): string {
    let left = this.and();
    while (this.take('||', 'or')) left = `(${left} or ${this.and()})`;
    return left;
  }

  private and(): string {
    let left = this.comparison();
    while (this.take('&&', 'and')) left = `(${left} and ${this.comparison()})`;
    return left;
  }

  private comparison(): string {
    let left = this.sum();
    for (let sign = this.take(...Object.keys(comparisons)); sign !== undefined; sign = this.take(...Object.keys(comparisons))) {
      left = `(${left} ${comparisons[sign]} ${this.sum()})`;
    }
    return left;
  }

  private sum(): string {
    let left = this.product();
    for (let sign = this.take('+', '-'); sign !== undefined; sign = this.take('+', '-')) left = `(${left} ${sign} ${this.product()})`;
    return left;
  }

  private product(): string {
    let left = this.unary();
    for (let sign = this.take('*', '/', '%', 'div', 'mod'); sign !== undefined; sign = this.take('*', '/', '%', 'div', 'mod')) {
      const right = this.unary();
      left = sign === '%' || sign === 'mod' ? `modulo(${left}, ${right})` : `(${left} ${sign === '*' ? '*' : '/'} ${right})`;
    }
    return left;
  }

  private unary(): string {
    if (this.take('!', 'not')) return `not(${this.unary()})`;
    if (this.take('-')) return `(-${this.unary()})`;
    if (this.take('empty')) {
      const value = this.unary();
      return `(if ${value} = null then true else string(${value}) = "")`;
    }
    return this.path();
  }

  private path(): string {
    let value = this.primary();
    for (;;) {
      if (this.take('.')) value = `${value}.${this.name()}`;
      else if (this.take('[')) {
        const { kind, text } = this.next();
        if (kind !== 'text' && kind !== 'number') throw new Error('only a text or a number may stand in brackets');
        value = kind === 'text' ? `${value}.${text}` : `${value}[${Number(text) + 1}]`;
        this.expect(']');
      } else return value;
    }
  }

  private primary(): string {
    const { kind, text } = this.next();
    if (kind === 'number') return text;
    if (kind === 'text') return JSON.stringify(text);
    if (text === '(') {
      const inner = this.ternary();
      this.expect(')');
      return `(${inner})`;
    }
    if (kind !== 'name') throw new Error(`"${text}" is not understood here`);
    if (text === 'execution') return this.executionVariable();
    if (this.word().text === '(') throw new Error(`calls of "${text}" are not supported`);
    return text;
  }

  private executionVariable(): string {
    this.expect('.');
    const method = this.name();
    if (method !== 'getVariable') throw new Error(`execution.${method} is not supported`);
    this.expect('(');
    const { kind, text } = this.next();
    if (kind !== 'text' || !/^[A-Za-z_]\w*$/.test(text)) throw new Error('execution.getVariable needs the name of a variable');
    this.expect(')');
    return text;
  }

  private name(): string {
    const { kind, text } = this.next();
    if (kind !== 'name') throw new Error(`"${text}" is no name`);
    if (this.word().text === '(') {
      if (text !== 'getVariable') throw new Error(`calls of "${text}" are not supported`);
    }
    return text;
  }

  private word(): Word { return this.all[this.at] ?? { kind: 'end', text: '' }; }

  private next(): Word {
    const word = this.word();
    this.at += 1;
    return word;
  }

  private take(...texts: readonly string[]): string | undefined {
    const { kind, text } = this.word();
    if ((kind !== 'sign' && kind !== 'name') || !texts.includes(text)) return undefined;
    this.at += 1;
    return text;
  }
}

function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  words.lastIndex = 0;
  const end = text.trimEnd().length;
  while (words.lastIndex < end) {
    const from = words.lastIndex;
    const match = words.exec(text);
    if (match === null) throw new Error(`"${text.slice(from).trim()}" is not understood`);
    const [, name, number, single, double, sign] = match;
    const quoted = single ?? double;
    if (name !== undefined) found.push({ kind: 'name', text: name });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (quoted !== undefined) found.push({ kind: 'text', text: quoted.replace(/\\(.)/g, '$1') });
    else found.push({ kind: 'sign', text: sign ?? '' });
  }
  return found;
}
