/** What we use of dmn-moddle, which ships no types. */
declare module 'dmn-moddle' {
  export type DmnElement = { readonly $type: string; readonly id?: string; readonly name?: string; get(name: string): unknown };
  export class DmnModdle {
    fromXML(xml: string, type?: string): Promise<{ readonly rootElement: DmnElement; readonly warnings: readonly { readonly message: string }[] }>;
  }
}
