/** The FEEL condition that a cell of a decision table asks of its input: `< 5`, `"a", "b"`, `[1..3]`, `not("x")`, `-`, or a text with `?`. */
export function unaryTests(input: string, cell: string): string {
  const text = cell.trim();
  if (text === '' || text === '-') return 'true';
  const negated = /^not\s*\(([\s\S]*)\)$/.exec(text);
  if (negated && closes(text)) return `not(${unaryTests(input, negated[1] ?? '')})`;
  const tests = splitTests(text).map((test) => oneTest(`(${input})`, test));
  return tests.length === 1 ? tests[0] ?? 'true' : `(${tests.join(' or ')})`;
}

function oneTest(input: string, test: string): string {
  const compared = /^(<=|>=|!=|<|>|=)\s*([\s\S]+)$/.exec(test);
  if (compared) return `(${input} ${compared[1]} ${compared[2]})`;
  const range = /^([[\](])([\s\S]*?[^.])\.\.([\s\S]+)([[\])])$/.exec(test);
  if (range) return `(${input} ${range[1] === '[' ? '>=' : '>'} ${range[2]} and ${input} ${range[4] === ']' ? '<=' : '<'} ${range[3]})`;
  if (hasPlaceholder(test)) return `(${withInput(test, input)})`;
  return `(${input} = ${test})`;
}

/** The parts between commas that stand outside of texts and brackets. */
function splitTests(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { char, at, quoted } of characters(text)) {
    if (quoted) continue;
    // A bracket of a half-open range may face either way.
    if (char === '[' && depth > 0 && /\.\.\s*[^,]*$/.test(text.slice(from, at))) depth -= 1;
    else if ('({'.includes(char) || (char === '[' && depth === 0 && !/\.\.\s*[^,]*$/.test(text.slice(from, at)))) depth += 1;
    else if (')}]['.includes(char) && depth > 0) depth -= 1;
    else if (char === ']' && depth === 0) depth += 1;
    if (char !== ',' || depth > 0) continue;
    parts.push(text.slice(from, at).trim());
    from = at + 1;
  }
  return [...parts, text.slice(from).trim()].filter((part) => part !== '');
}

const hasPlaceholder = (text: string): boolean => [...characters(text)].some(({ char, quoted }) => char === '?' && !quoted);

function withInput(text: string, input: string): string {
  return [...characters(text)].map(({ char, quoted }) => (char === '?' && !quoted ? input : char)).join('');
}

/** Does the first bracket close at the very end? */
function closes(text: string): boolean {
  let depth = 0;
  for (const { char, at, quoted } of characters(text)) {
    if (quoted) continue;
    if (char === '(') depth += 1;
    if (char === ')' && (depth -= 1) === 0) return at === text.length - 1;
  }
  return false;
}

function* characters(text: string): Generator<{ char: string; at: number; quoted: boolean }> {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const escaped = quoted && char === '\\';
    if (char === '"') {
      yield { char, at, quoted: true };
      quoted = !quoted;
    } else yield { char, at, quoted };
    if (escaped && at + 1 < text.length) {
      at += 1;
      yield { char: text.charAt(at), at, quoted: true };
    }
  }
}
