/** The parts of a JSON schema that a form needs. */
export interface Schema {
  description?: string;
  type?: string | string[];
  pattern?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
}

/** What stands at a path of keys; a stated value is found by the name of what it states. */
export function schemaAt(root: Schema, path: string): Schema | undefined {
  let at: Schema | undefined = root;
  for (const key of path.split('.')) {
    if (at === undefined) return undefined;
    const inside: Schema | undefined = at.properties?.['value'] && !at.properties[key] ? at.properties['value'] : at;
    at = inside?.properties?.[key] ?? (typeof inside?.additionalProperties === 'object' ? inside.additionalProperties : undefined);
  }
  return at;
}

/** The pattern that a value's text must have, where its schema says so. */
export function patternOf(schema: Schema | undefined): RegExp | null {
  const pattern = schema?.properties?.['value']?.pattern ?? schema?.pattern;
  return pattern === undefined ? null : new RegExp(pattern, 'u');
}

/** Units follow the number: "5.3 %", "40 min", "116_970 USD". */
export function unitOf(text: string): string {
  return /^[-+0-9_.,eE]+\s*(.*)$/.exec(text)?.[1] ?? '';
}
