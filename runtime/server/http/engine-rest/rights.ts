import type { EngineRight } from '../../../model/model.ts';
import { problem } from '../../../problems.ts';
import type { Context } from '../../context.ts';

/** Who holds none of the roles that give one of these rights gets nothing, not even whether something is there. */
export function requireEngine(ctx: Context, ...rights: EngineRight[]): void {
  if (!mayOnEngine(ctx, ...rights)) throw problem('access.denied', { action: { zh: '使用流程引擎接口的这一部分', en: 'use this part of the process engine' } });
}

/** Whether one of the rights is held. */
export function mayOnEngine({ principal, model }: Pick<Context, 'principal' | 'model'>, ...rights: EngineRight[]): boolean {
  return principal.grants.some(({ role }) => rights.some((right) => model.roles.get(role)?.engine.has(right)));
}
