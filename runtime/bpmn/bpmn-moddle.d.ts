/** What we use of bpmn-moddle, which ships no types for its main entry. */
declare module 'bpmn-moddle' {
  export type ModdleElement = {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    /** Attributes of namespaces that no descriptor knows. */
    readonly $attrs?: Readonly<Record<string, string>>;
    readonly $descriptor?: { readonly properties?: readonly { readonly name: string; readonly ns: { readonly name: string; readonly localName: string } }[] };
    readonly id?: string;
    $instanceOf?(type: string): boolean;
    get?(name: string): unknown;
  };

  export type ModdleWarning = { readonly message: string; readonly element?: ModdleElement; readonly property?: string };

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly ModdleWarning[] }>;
  }
}
