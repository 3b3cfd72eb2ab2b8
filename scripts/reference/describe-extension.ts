interface Descriptor { uri: string; types: { name: string; extends?: string[]; meta?: { allowedIn?: string[] }; properties: { name: string; description: string; isMany?: boolean }[] }[] }

/** What Tamga adds to BPMN elements, from its moddle descriptor. */
export function describeExtension({ uri, types }: Descriptor): string {
  const rows = types.flatMap(({ name, extends: extended, meta, properties }) => properties.map(({ name: property, description, isMany }) => {
    const on = (extended ?? meta?.allowedIn)?.map((element) => element.replace('bpmn:', '')).join(', ') ?? `\`<tamga:${name.toLowerCase()}>\``;
    const written = isMany ? `<tamga:${name.toLowerCase()}>` : extended ? `tamga:${property}` : property;
    return `| ${on} | \`${written}\` | ${description.replaceAll('|', '\\|')} |`;
  }));
  return ['## process', 'A BPMN 2.0 file that drives records of an entity.', 'File: `workflows/<app>/<name>.bpmn`',
    `Which elements run and how stands in [runtime/bpmn](../../runtime/bpmn/README.md). Beside the attributes of Camunda, these attributes and elements are known (namespace \`${uri}\`):`,
    ['| on | attribute or element | meaning |', '| --- | --- | --- |', ...rows].join('\n')].join('\n\n');
}
