import type { ISchema } from '@formily/json-schema';
import type { ClientField, ClientSection } from '../../../model/client-types.ts';

// References stay 'string', their own kind of scalar: an 'object' would start as `{}`, which is not "no value".
const valueTypes: Record<string, string> = {
  integer: 'number', decimal: 'number', money: 'number', boolean: 'boolean', lines: 'array', file: 'array', image: 'array', 'multi-choice': 'array', references: 'array',
};

/** The sections of a form as a Formily schema. It holds no expressions: rules stay FEEL texts of the definition and set field states. */
export function formToFormily(sections: readonly ClientSection[]): ISchema {
  return {
    type: 'object',
    properties: Object.fromEntries(sections.map((section, index) => [`section${index}`, sectionSchema(section, index)])),
  };
}

function sectionSchema(section: ClientSection, index: number): ISchema {
  return {
    type: 'void',
    'x-index': index,
    'x-component': 'Section',
    'x-component-props': { label: section.label, columns: section.columns },
    properties: Object.fromEntries(section.fields.map((field, at) => [field.name, fieldSchema(field, at, section.label)])),
  };
}

function fieldSchema(field: ClientField, index: number, heading: string | undefined): ISchema {
  return {
    type: valueTypes[field.type] ?? 'string',
    name: field.name,
    title: field.label,
    required: field.required === true,
    'x-index': index,
    'x-decorator': 'FieldItem',
    // A field that is all of its section is named by the heading above it.
    'x-decorator-props': { isWide: isWide(field), isNamed: heading === field.label },
    // The input finds its definition by name: Formily would copy it for every keystroke.
    'x-component': 'FieldInput',
    'x-pattern': isGiven(field) ? 'readOnly' : 'editable',
  };
}

/** Fields that take the whole width of a section. */
export function isWide(field: ClientField): boolean {
  return field.type === 'lines' || field.type === 'long-text' || field.type === 'image' || field.type === 'file' || field.type === 'json' || field.type === 'location' || field.type === 'references';
}

/** Fields whose value comes from the server, from other fields or from a referenced record. */
export function isGiven(field: ClientField): boolean {
  return field.readOnly === true || field.computed !== undefined || field.type === 'sequence' || field.name.includes('.');
}
