import Handlebars from 'handlebars';

/** Every `record.warehouse.name` that a Handlebars template looks at; throws when it cannot be read. */
export function templatePaths(source: string): string[][] {
  const paths: string[][] = [];
  const visitor = new Handlebars.Visitor();
  visitor.PathExpression = (path) => {
    if (!path.data && path.depth === 0) paths.push(path.parts.filter((part): part is string => typeof part === 'string'));
  };
  visitor.accept(Handlebars.parse(source));
  return paths;
}

/** The helpers of a Handlebars template's blocks, such as `if`; throws when it cannot be read. */
export function templateBlocks(source: string): string[] {
  const names: string[] = [];
  class Blocks extends Handlebars.Visitor {
    override BlockStatement(block: hbs.AST.BlockStatement): void {
      names.push(block.path.original);
      super.BlockStatement(block);
    }
  }
  new Blocks().accept(Handlebars.parse(source));
  return names;
}
