import type { SyntaxNode } from '@lezer/common';
import type { Functions } from '../functions.ts';
import { describe, fits, type FeelType } from '../types.ts';
import { calls } from './calls.ts';
import { childrenOf, read, report, unchecked, type Checked, type Checker, type Visitor } from './checker.ts';
import { literals } from './literals.ts';
import { loops } from './loops.ts';
import { operators } from './operators.ts';
import { paths } from './paths.ts';

// What is not in this list is not in the language, whatever the grammar says.
const visitors: Record<string, Visitor> = { ...literals, ...operators, ...paths, ...loops, ...calls };

type Outcome = Pick<Checker, 'problems' | 'used' | 'called' | 'constants'> & { result: Checked };

/** Check the types of a parsed expression and write it again with guards, for the interpreter. */
export function check(text: string, root: SyntaxNode, scope: { variables: Record<string, FeelType>; functions: Functions; expect?: FeelType | undefined }): Outcome {
  const checker: Checker = {
    text, functions: scope.functions, problems: [], used: { whole: false, parts: new Map() }, called: new Map(), constants: new Map(),
    value(node, inner) {
      const checked = checker.parts(node, inner);
      read(checker, checked.path, true);
      return checked;
    },
    parts(node, inner) {
      if (!node) return unchecked;
      const visit = Object.hasOwn(visitors, node.name) ? visitors[node.name] : undefined;
      return visit ? visit(checker, node, inner) : report(checker, node, { code: 'expression.syntax', en: 'This form is not available here', zh: '此处不能用这种写法' });
    },
  };
  const names = new Map(Object.entries(scope.variables).map(([name, type]): [string, Checked] => [name, { type, code: `v_${name}`, path: [name] }]));
  const result = checker.value(childrenOf(root)[0], { names });
  if (scope.expect && !fits(result.type, scope.expect)) {
    const [given, wanted] = [describe(result.type), describe(scope.expect)];
    report(checker, root, { code: 'expression.type', en: `The result must be a ${wanted.en}, not a ${given.en}`, zh: `结果必须是${wanted.zh}，而不是${given.zh}` });
  }
  return { problems: checker.problems, used: checker.used, called: checker.called, constants: checker.constants, result };
}
