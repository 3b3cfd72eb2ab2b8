import { changed, isJsonObject, listAt, objectAt, pointerOf } from './change-json.ts';
import type { Json } from './change-json.ts';
import type { Mutant, MutateKind } from './mutant.ts';
import type { Source } from '../../runtime/model/source.ts';

type Path = (string | number)[];

/** When an action may run and what its steps refuse. */
export const mutateAction: MutateKind = (source) => [
  ...isJsonObject(source.content) && 'when' in source.content ? [removal(source, ['when'], 'without when')] : [],
  ...inputMutants(source),
  ...stepMutants(source, listAt(source.content, 'steps'), ['steps']),
];

function inputMutants(source: Source): Mutant[] {
  return Object.entries(objectAt(source.content, 'input')).flatMap(([name, field]) => ['required', 'check', 'min', 'max']
    .filter((rule) => isJsonObject(field) && rule in field)
    .map((rule) => removal(source, ['input', name, rule], `without ${rule}`)));
}

function stepMutants(source: Source, steps: Json[], path: Path): Mutant[] {
  return steps.flatMap((step, at) => {
    const here = [...path, at];
    const inner = listAt(objectAt(step, 'each'), 'steps');
    return [
      // An action keeps at least one step.
      ...isJsonObject(step) && 'check' in step && steps.length > 1 ? [removal(source, here, 'without this check')] : [],
      ...isJsonObject(step) && 'when' in step ? [removal(source, [...here, 'when'], 'step without when')] : [],
      ...'only' in objectAt(step, 'take') ? [removal(source, [...here, 'take', 'only'], 'without only')] : [],
      ...stepMutants(source, inner, [...here, 'each', 'steps']),
    ];
  });
}

function removal(source: Source, path: Path, what: string): Mutant {
  return { class: 'action-rule', pointer: pointerOf(path), what, source: changed(source, path) };
}
