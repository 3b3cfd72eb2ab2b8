import fc from 'fast-check';
import { and, end, service, start, task, user, xor } from './model-xml.ts';
import type { Model, ModelNode } from './model-xml.ts';

/** A well-structured piece of a process: one way in, one way out. */
type Block =
  | { readonly kind: 'user' | 'service' | 'task' }
  | { readonly kind: 'sequence' | 'choice' | 'parallel'; readonly parts: readonly Block[] }
  | { readonly kind: 'loop'; readonly body: Block };

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const parts = (minLength: number) => fc.array(tie('block'), { minLength, maxLength: 3 });
  return {
    block: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom<Block>({ kind: 'user' }, { kind: 'service' }, { kind: 'task' }),
      fc.record({ kind: fc.constant('sequence' as const), parts: parts(1) }),
      fc.record({ kind: fc.constant('choice' as const), parts: parts(2) }),
      fc.record({ kind: fc.constant('parallel' as const), parts: parts(2) }),
      fc.record({ kind: fc.constant('loop' as const), body: tie('block') }),
    ),
  };
});

/** Random nested sequences, choices with a default, parallel blocks and loops between a start and an end event. */
export const arbitraryModel: fc.Arbitrary<Model> = block.map((body) => {
  const nodes: ModelNode[] = [start('s'), end('e')];
  const flows: string[] = [];
  const add = (make: (id: string) => ModelNode) => {
    const node = make(`n${nodes.length}`);
    nodes.push(node);
    return node.id;
  };
  // Draws the block behind `from` and gives back where it ends; `suffix` belongs to the first flow.
  const draw = (part: Block, from: string, suffix = ''): string => {
    const enter = (id: string) => {
      flows.push(`${from} > ${id} ${suffix}`.trim());
      return id;
    };
    switch (part.kind) {
      case 'user': return enter(add((id) => user(id, ['yes', 'no'])));
      case 'service': return enter(add((id) => service(id)));
      case 'task': return enter(add((id) => task(id)));
      case 'sequence': return part.parts.slice(1).reduce((at, next) => draw(next, at), draw(part.parts[0] ?? { kind: 'task' }, from, suffix));
      case 'choice': {
        const split = enter(add((id) => xor(id)));
        const ends = part.parts.map((branch, index) => draw(branch, split, index === 0 ? 'default' : `if odd(${index})`));
        const merge = add((id) => xor(id));
        for (const branchEnd of ends) flows.push(`${branchEnd} > ${merge}`);
        return merge;
      }
      case 'parallel': {
        const split = enter(add((id) => and(id)));
        const ends = part.parts.map((branch) => draw(branch, split));
        const join = add((id) => and(id));
        for (const branchEnd of ends) flows.push(`${branchEnd} > ${join}`);
        return join;
      }
      case 'loop': {
        const top = enter(add((id) => xor(id)));
        const bottom = add((id) => xor(id));
        const bodyEnd = draw(part.body, top);
        flows.push(`${bodyEnd} > ${bottom}`, `${bottom} > ${top} if odd(7)`);
        return draw({ kind: 'task' }, bottom, 'default');
      }
    }
  };
  flows.push(`${draw(body, 's')} > e`);
  return { nodes, flows };
});
