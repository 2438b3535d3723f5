/** As much of JSON Schema and OpenAPI 3.1 as the reference shows. */
export type Schema = {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
};

export type ApiOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  security: unknown[];
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema }[];
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
};

export type ApiDocument = {
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  /** A path may name a server of its own. */
  paths: Record<string, Record<string, ApiOperation> & { servers?: { url: string }[] }>;
};

export type Listed = { method: string; path: string; operation: ApiOperation; isAtRoot: boolean };

/** Operations by tag, in the document's order. */
export function byTag(document: ApiDocument): [string, Listed[]][] {
  const groups = new Map<string, Listed[]>();
  for (const [path, { servers, ...methods }] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? 'Other';
      groups.set(tag, [
        ...(groups.get(tag) ?? []),
        { method: method.toUpperCase(), path, operation, isAtRoot: servers !== undefined },
      ]);
    }
  }
  return [...groups];
}

/** "string (uuid)", "integer, 1–100, default 20", "one of popular, rating". */
export function describeType(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(describeType).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.map(String).join(', ')}`;
  if (schema.type === 'array' && schema.items)
    return `list of ${schema.items.properties ? 'objects' : describeType(schema.items)}`;
  const words = [[schema.type ?? 'any'].flat().join(' or ')];
  if (schema.format) words[0] += ` (${schema.format})`;
  const bounds = boundsOf(schema);
  if (bounds) words.push(bounds);
  if (schema.default !== undefined) words.push(`default ${JSON.stringify(schema.default)}`);
  return words.join(', ');
}

const isShown = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

function boundsOf({ minimum, maximum, minLength, maxLength }: Schema): string | null {
  if (isShown(minimum) && isShown(maximum)) return `${minimum}–${maximum}`;
  if (isShown(minimum)) return `at least ${minimum}`;
  if (isShown(maximum)) return `at most ${maximum}`;
  if (isShown(minLength) && isShown(maxLength)) return `${minLength}–${maxLength} characters`;
  if (isShown(maxLength)) return `at most ${maxLength} characters`;
  return isShown(minLength) ? `at least ${minLength} characters` : null;
}

/** The object whose members are worth listing: the schema itself, what its list holds, what it may be besides null. */
export function membersOf(schema: Schema): Schema | null {
  if (schema.properties) return schema;
  if (schema.items) return membersOf(schema.items);
  for (const choice of schema.anyOf ?? schema.oneOf ?? []) {
    const found = membersOf(choice);
    if (found) return found;
  }
  return null;
}
