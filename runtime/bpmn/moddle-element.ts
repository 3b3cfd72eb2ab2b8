import type { ModdleElement } from 'bpmn-moddle';

/** The trimmed text of an attribute or text child; undefined when absent or blank. */
export function textOf(element: ModdleElement, name: string): string | undefined {
  const value = element.get?.(name);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** A single child or referenced element. */
export function childOf(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element.get?.(name);
  return isElement(value) ? value : undefined;
}

/** Child or referenced elements in document order. */
export function childrenOf(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element.get?.(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** The extension element of one type, if there is one. */
export function extensionOf(element: ModdleElement, type: string): ModdleElement | undefined {
  const extensions = childOf(element, 'extensionElements');
  return extensions && childrenOf(extensions, 'values').find((value) => value.$type === type);
}

/** Splits `a, b,c` into its parts. */
export function commaList(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
}

/** `bpmn:UserTask` → `userTask`, the name the XML uses. */
export function elementName(element: ModdleElement): string {
  const local = element.$type.replace(/^bpmn:/, '');
  return local === element.$type ? local : local.charAt(0).toLowerCase() + local.slice(1);
}

/** The id of the element or of the nearest parent that has one. */
export function nearestId(element: ModdleElement | undefined): string {
  for (let at = element; at; at = at.$parent) if (at.id !== undefined) return at.id;
  return '';
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
