/** What can be asked of the API, as sections of documentation: made from the OpenAPI document, which is made from the schemas. */
import { z } from 'zod';
import { openApiDocument } from './http/openapi.ts';

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
  /** The heading first. */
  readonly table: readonly (readonly string[])[];
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
type Scalar = z.output<typeof scalar>;

/** As much of a schema of the document as is told. */
interface Shape {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly enum?: readonly Scalar[] | undefined;
  readonly const?: Scalar | undefined;
  readonly description?: string | undefined;
  readonly examples?: readonly Scalar[] | undefined;
  readonly default?: Scalar | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly oneOf?: readonly Shape[] | undefined;
  readonly items?: Shape | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
}

const shape: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(scalar).optional(),
    const: scalar.optional(),
    description: z.string().optional(),
    examples: z.array(scalar).optional(),
    default: scalar.optional(),
    anyOf: z.array(shape).optional(),
    oneOf: z.array(shape).optional(),
    items: shape.optional(),
    properties: z.record(z.string(), shape).optional(),
  }),
);
const parameter = z.object({
  name: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: shape,
});
const documentShape = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        summary: z.string(),
        description: z.string(),
        parameters: z.array(parameter),
        responses: z.object({
          '200': z.object({ content: z.record(z.string(), z.object({ schema: shape })) }),
        }),
      }),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), shape) }),
});

/** One section a path, with its parameters; then one for each thing that is given, with its fields. */
export function apiReference(): readonly Section[] {
  const { paths, components } = documentShape.parse(openApiDocument());
  const asked = Object.entries(paths).map(([path, { get }]): Section => {
    const given = get.responses['200'].content;
    const formats = Object.keys(given).map((type) => `\`${type}\``);
    const result = given['application/json'];
    return {
      heading: `### \`GET ${path}\``,
      lines: [
        `${get.summary}. ${get.description}`,
        `Gives ${formats.join(', ')}${result === undefined ? '' : `; as JSON, ${typeOf(result.schema)}`}.`,
      ],
      table: [
        ['parameter', 'what', 'for instance'],
        ...get.parameters.map(({ name, required, description = '', schema }) => [
          `\`${name}\`${required === true ? ' (needed)' : ''}`,
          wordsOf({ description, ...schema }),
          exampleOf(schema),
        ]),
      ],
    };
  });
  const things = Object.entries(components.schemas).map(
    ([name, { description = '', properties = {} }]): Section => ({
      heading: `### ${name}`,
      lines: description === '' ? [] : [description],
      table: [
        ['field', 'type', 'what'],
        ...Object.entries(properties).map(([field, of]) => [
          `\`${field}\``,
          typeOf(of),
          of.description ?? '',
        ]),
      ],
    }),
  );
  return [...asked, ...things];
}

function wordsOf({ description = '', enum: choices, default: usual }: Shape): string {
  const among =
    choices === undefined ? '' : ` One of ${choices.map((one) => `\`${String(one)}\``).join(', ')}.`;
  return `${description}${among}${usual === undefined ? '' : ` \`${String(usual)}\` unless given.`}`.trim();
}

const exampleOf = ({ examples = [] }: Shape): string =>
  examples.map((one) => `\`${String(one)}\``).join(', ');

/** A type in a few words: "text", "list of Figure", "number or null". */
function typeOf({ $ref, type, enum: choices, const: only, anyOf, oneOf, items, properties }: Shape): string {
  if ($ref !== undefined) return `[${nameOf($ref)}](#${nameOf($ref).toLowerCase()})`;
  const several = anyOf ?? oneOf;
  if (several !== undefined) return [...new Set(several.map(typeOf))].join(' or ');
  if (only !== undefined) return `\`${String(only)}\``;
  if (choices !== undefined) return choices.map((one) => `\`${String(one)}\``).join(', ');
  if (Array.isArray(type)) return type.map((one: string) => TYPES[one] ?? one).join(' or ');
  if (type === 'array') return `list of ${items === undefined ? 'anything' : typeOf(items)}`;
  if (properties !== undefined)
    return Object.keys(properties)
      .map((name) => `\`${name}\``)
      .join(', ');
  return TYPES[String(type)] ?? 'anything';
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  null: 'null',
};

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ref;
