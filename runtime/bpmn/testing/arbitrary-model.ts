import fc from 'fast-check';
import { and, end, event, multi, or, service, start, sub, task, times, user, xor } from './model-xml.ts';
import type { Model, ModelNode } from './model-xml.ts';

/** A well-structured piece of a process: one way in, one way out. */
type Block =
  | { readonly kind: 'user' | 'service' | 'task' | 'several' | 'sequential' }
  | { readonly kind: 'sequence' | 'choice' | 'parallel' | 'inclusive' | 'race'; readonly parts: readonly Block[] }
  | { readonly kind: 'loop' | 'sub' | 'watched' | 'beside'; readonly body: Block };

const { block } = fc.letrec<{ block: Block }>((tie) => {
  const parts = (minLength: number) => fc.array(tie('block'), { minLength, maxLength: 3 });
  return {
    block: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom<Block>({ kind: 'user' }, { kind: 'service' }, { kind: 'task' }, { kind: 'several' }, { kind: 'sequential' }),
      fc.record({ kind: fc.constant('sequence' as const), parts: parts(1) }),
      fc.record({ kind: fc.constant('choice' as const), parts: parts(2) }),
      fc.record({ kind: fc.constantFrom('parallel' as const, 'inclusive' as const, 'race' as const), parts: parts(2) }),
      fc.record({ kind: fc.constantFrom('loop' as const, 'sub' as const, 'watched' as const, 'beside' as const), body: tie('block') }),
    ),
  };
});

/** Random nested sequences, choices, parallel and inclusive blocks, races of messages, loops, sub-processes with and without boundary events, and activities that run several times. */
export const arbitraryModel: fc.Arbitrary<Model> = block.map((body) => {
  let count = 0;
  const content = (inside: Block, first: string, last: string): Pick<Model, 'nodes' | 'flows'> => {
    const nodes: ModelNode[] = [start(first), end(last)];
    const flows: string[] = [];
    const add = (make: (id: string) => ModelNode) => {
      count += 1;
      const node = make(`n${count}`);
      nodes.push(node);
      return node.id;
    };
    // Draws the block behind `from` and gives back where it ends; `suffix` belongs to the first flow.
    const draw = (part: Block, from: string, suffix = ''): string => {
      const enter = (id: string) => {
        flows.push(`${from} > ${id} ${suffix}`.trim());
        return id;
      };
      const branches = (split: string, join: string, parts: readonly Block[], suffixOf: (index: number) => string) => {
        const ends = parts.map((branch, index) => draw(branch, split, suffixOf(index)));
        for (const branchEnd of ends) flows.push(`${branchEnd} > ${join}`);
        return join;
      };
      const inner = (attrs = '', more = '') => add((id) => sub(id, content('body' in part ? part.body : { kind: 'task' }, `${id}s`, `${id}e`), attrs, more));
      switch (part.kind) {
        case 'user': return enter(add((id) => user(id, ['yes', 'no'])));
        case 'service': return enter(add((id) => service(id)));
        case 'task': return enter(add((id) => task(id)));
        case 'several': return enter(add((id) => ({ ...user(id, ['yes', 'no']), body: `${user(id, ['yes', 'no']).body ?? ''}${multi('', times('3'))}` })));
        case 'sequential': return enter(add((id) => ({ ...service(id), body: multi('isSequential="true"', times('2')) })));
        case 'sequence': return part.parts.slice(1).reduce((at, next) => draw(next, at), draw(part.parts[0] ?? { kind: 'task' }, from, suffix));
        case 'choice': return branches(enter(add((id) => xor(id))), add((id) => xor(id)), part.parts, (index) => (index === 0 ? 'default' : `if odd(${index})`));
        case 'parallel': return branches(enter(add((id) => and(id))), add((id) => and(id)), part.parts, () => '');
        case 'inclusive': return branches(enter(add((id) => or(id))), add((id) => or(id)), part.parts, (index) => (index === 0 ? 'default' : `if odd(${index})`));
        case 'race': {
          const gateway = enter(add((id) => ({ id, element: 'eventBasedGateway' })));
          const merge = add((id) => xor(id));
          for (const branch of part.parts) {
            const caught = add((id) => event(id, 'intermediateCatchEvent', 'message A'));
            flows.push(`${gateway} > ${caught}`, `${draw(branch, caught)} > ${merge}`);
          }
          return merge;
        }
        case 'sub': return enter(inner());
        case 'watched': {
          const host = enter(inner());
          const merge = add((id) => xor(id));
          const boundary = add((id) => event(id, 'boundaryEvent', 'message B', `attachedToRef="${host}"`));
          flows.push(`${host} > ${merge}`, `${boundary} > ${merge}`);
          return merge;
        }
        case 'beside': {
          const host = enter(inner());
          const boundary = add((id) => event(id, 'boundaryEvent', 'message C', `attachedToRef="${host}" cancelActivity="false"`));
          const aside = add((id) => user(id, ['yes', 'no']));
          const stop = add((id) => end(id));
          flows.push(`${boundary} > ${aside}`, `${aside} > ${stop}`);
          return host;
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
    flows.push(`${draw(inside, first)} > ${last}`);
    return { nodes, flows };
  };
  return content(body, 's', 'e');
});
