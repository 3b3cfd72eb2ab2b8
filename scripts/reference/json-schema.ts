/** The part of JSON Schema that definition kinds are written in. */
export interface JsonSchema {
  $ref?: string; title?: string; description?: string; type?: string | string[]; const?: unknown; enum?: unknown[]; pattern?: string;
  minimum?: number; maximum?: number; minLength?: number; maxLength?: number; minItems?: number; maxItems?: number;
  properties?: Record<string, JsonSchema>; required?: string[]; additionalProperties?: boolean | JsonSchema; items?: JsonSchema; oneOf?: JsonSchema[]; examples?: unknown[];
  $defs?: Record<string, JsonSchema>;
}
