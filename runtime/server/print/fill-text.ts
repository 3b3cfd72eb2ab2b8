import Handlebars from 'handlebars';

type Fill = (values: object) => string;

// Plain text for paper: nothing is escaped; only `if` and `unless`, no way to a prototype.
const handlebars = Handlebars.create();
const compiled = new Map<string, Fill>();
const mostKept = 2_000;

/** A text of a template with its values filled in. */
export function fillText(source: string, values: object): string {
  let fill = compiled.get(source);
  if (!fill) {
    if (compiled.size >= mostKept) compiled.clear();
    const template = handlebars.compile(source, { strict: false, noEscape: true, knownHelpers: { if: true, unless: true }, knownHelpersOnly: true });
    compiled.set(source, (fill = (given) => template(given, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false })));
  }
  return fill(values);
}
