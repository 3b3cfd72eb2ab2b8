import { describe, expect, test } from '@jest/globals';
import { findImportProblems } from './find-import-problems.ts';

const problems = (path: string, ...imports: string[]) => findImportProblems([{ path, text: imports.map((each) => `import { a } from '${each}';`).join('\n') }]).length;

describe('findImportProblems', () => {
  test.each<[string, string, number]>([
    ['runtime/model/link.ts', '../fields/index.ts', 0],
    ['runtime/model/link.ts', '../expressions/index.ts', 0],
    ['runtime/model/link.ts', '../expressions/parse.ts', 1],
    ['runtime/model/link.ts', '../server/db/pool.ts', 1],
    ['runtime/fields/text/index.ts', '../../model/model.ts', 1],
    ['runtime/fields/text/view.tsx', '../../client/widgets/text-input.tsx', 0],
    ['runtime/fields/text/index.ts', '../../client/widgets/text-input.tsx', 1],
    ['runtime/expressions/parse.ts', '../../schemas/generated/types.ts', 0],
    ['runtime/expressions/parse.ts', '../fields/index.ts', 1],
    ['runtime/server/operations/create.ts', '../query/index.ts', 0],
    ['runtime/server/operations/create.ts', '../../model/model.ts', 0],
    ['runtime/server/query/plan.ts', '../operations/index.ts', 1],
    ['runtime/server/operations/create.ts', '../http/records.ts', 1],
    ['runtime/server/http/records.ts', '../operations/index.ts', 0],
    ['runtime/server/db/pool.ts', '../access/index.ts', 1],
    ['runtime/client/views/list/list.tsx', '../../../server/app.ts', 1],
    ['runtime/client/views/list/list.tsx', '../../widgets/button.tsx', 0],
    ['runtime/client/widgets/button.tsx', '../views/list/list.tsx', 1],
    ['runtime/server/app.ts', '../client/index.ts', 1],
    ['runtime/server/app.ts', '../../designer/index.ts', 1],
    ['runtime/server/boot.ts', '../testing/index.ts', 1],
    ['runtime/server/boot.test.ts', '../testing/index.ts', 0],
    ['designer/server/drafts.ts', '../../runtime/index.ts', 0],
    ['designer/server/drafts.ts', '../../runtime/server/boot.ts', 1],
    ['designer/client/preview.tsx', '../../runtime/client/index.ts', 0],
    ['designer/client/preview.tsx', '../../runtime/client/render.tsx', 1],
    ['plugins/pay/index.ts', '../../runtime/plugin.ts', 0],
    ['plugins/pay/index.ts', '../../runtime/index.ts', 1],
    ['plugins/pay/client.tsx', '../../runtime/client/index.ts', 0],
    ['scripts/check.ts', '../runtime/server/load.ts', 0],
    ['runtime/model/link.ts', '../../scripts/check.ts', 1],
    ['app-definitions/shop/order.ts', './a.ts', 1],
    ['strange/place.ts', './a.ts', 1],
  ])('%s → %s: %d', (path, target, count) => {
    expect(problems(path, target)).toBe(count);
  });

  test.each([
    ["export { a } from '../server/db/pool.ts';"], ["const a = await import('../server/db/pool.ts');"], ["import type { A } from '../server/db/pool.ts';"], ["import '../server/db/pool.ts';"],
    ["import {\n  a,\n  b,\n} from '../server/db/pool.ts';"],
  ])('sees %s', (text) => {
    expect(findImportProblems([{ path: 'runtime/model/link.ts', text }])).toHaveLength(1);
  });
});
