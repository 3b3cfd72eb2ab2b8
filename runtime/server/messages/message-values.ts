import Handlebars from 'handlebars';
import type { Context } from '../context.ts';
import { expandRecord, type RecordValue } from '../operations/evaluate.ts';

/** What a message template may use: the record, loaded as far as the template looks, the acting person, and more by name. */
export async function messageValues(ctx: Context, messageKey: string, record: RecordValue | undefined, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const message = ctx.model.messages.get(messageKey);
  const user = ctx.principal.user ? { name: ctx.principal.user.name, username: ctx.principal.user.username } : { name: '', username: '' };
  if (!message || !record) return { ...more, record: {}, user };
  const paths = [...pathsIn(message.title), ...pathsIn(message.body)].filter((p) => p[0] === 'record').map((p) => p.slice(1));
  return { ...more, user, record: await expandRecord(ctx, record.entity, record.row, paths) };
}

/** The property paths that a template reads. */
function pathsIn(template: string): string[][] {
  const paths: string[][] = [];
  class Paths extends Handlebars.Visitor {
    override PathExpression(path: hbs.AST.PathExpression): void { paths.push(path.parts.map(String)); }
  }
  new Paths().accept(Handlebars.parse(template));
  return paths;
}
