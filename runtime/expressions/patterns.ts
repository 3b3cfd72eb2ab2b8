import { RE2JS } from 're2js';
import { ExpressionError, charge, limits, type Frame } from './guard.ts';

const flagBits: Record<string, number> = { i: RE2JS.CASE_INSENSITIVE, s: RE2JS.DOTALL, m: RE2JS.MULTILINE };

/** Compile a pattern with RE2 (linear time, no back-references), or say why it cannot be. */
export function compilePattern(pattern: string, flags = ''): RE2JS | { reason: string } {
  if (pattern.length > limits.patternLength) return { reason: `longer than ${limits.patternLength} characters` };
  let bits = 0;
  for (const flag of flags) {
    if (!Object.hasOwn(flagBits, flag)) return { reason: `unknown flag "${flag}"` };
    bits |= flagBits[flag]!;
  }
  try {
    const compiled = RE2JS.compile(pattern, bits);
    // Matching costs text length × program size, and a{1000} in a few characters makes a large program.
    return compiled.programSize() > limits.programSize ? { reason: 'too many repetitions' } : compiled;
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Why a pattern may not stand in a definition: it is none, or it repeats what repeats already, which other engines may not finish. */
export function patternProblem(pattern: string): string | undefined {
  const compiled = compilePattern(pattern);
  if (!(compiled instanceof RE2JS)) return compiled.reason;
  return repeatsRepetition(pattern) ? 'repeats a group that repeats already, such as (a+)+' : undefined;
}

function repeatsRepetition(pattern: string): boolean {
  const plain = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const open: boolean[] = [];
  let inner = false;
  for (let at = 0; at < plain.length; at++) {
    const unbounded = /^([*+]|\{\d+,\})/.test(plain.slice(at));
    if (plain[at] === '(') { open.push(inner); inner = false; }
    else if (plain[at] === ')') {
      const repeated = /^([*+]|\{\d+,\})/.test(plain.slice(at + 1));
      if (inner && repeated) return true;
      inner = inner || repeated || (open.at(-1) ?? false);
      open.pop();
    } else if (unbounded) inner = true;
  }
  return false;
}

/** The pattern ready to run on a text, paid for in steps; null when it is not a pattern. */
export function usePattern(frame: Frame, text: string, pattern: string, flags = ''): RE2JS | null {
  if (text.length > limits.textLength) throw new ExpressionError('textLength');
  const compiled = knownPattern(frame, pattern, flags);
  if (compiled) charge(frame, (text.length * (10 + compiled.programSize())) / 40);
  return compiled;
}

function knownPattern(frame: Frame, pattern: string, flags: string): RE2JS | null {
  const key = `${flags}/${pattern}`;
  const known = frame.memory.patterns.get(key);
  if (known) return known;
  charge(frame, 150);
  const compiled = compilePattern(pattern, flags);
  if (!(compiled instanceof RE2JS)) return null;
  charge(frame, compiled.programSize());
  // An expression has few patterns, unless it makes them up.
  if (frame.memory.patterns.size >= 20) frame.memory.patterns.clear();
  frame.memory.patterns.set(key, compiled);
  return compiled;
}

/** Replace every match; `$1` in the replacement stands for the first group, `$0` for the match. */
export function replaceMatches(frame: Frame, task: { input: string; pattern: string; replacement: string; flags?: string | undefined }): string | null {
  let length = task.input.length;
  const lengthen = (part: string): string => {
    charge(frame, 5);
    length += part.length;
    if (length > 2 * limits.textLength) throw new ExpressionError('textLength');
    return part;
  };
  const matcher = usePattern(frame, task.input, task.pattern, task.flags)?.matcher(task.input);
  const expand = (...match: unknown[]) => lengthen(task.replacement.replace(/\$(\d)/g, (_, digit) => {
    const group = Number(digit) <= (matcher?.groupCount() ?? 0) ? match[Number(digit)] : undefined;
    return typeof group === 'string' ? lengthen(group) : '';
  }));
  return matcher?.replaceAll(expand) ?? null;
}
