/** The API as OpenAPI 3.1, made from the schemas that answer it. */
import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import { FORMATS, type Endpoint } from './endpoints/endpoint.ts';
import { ENDPOINTS } from './endpoints/endpoints.ts';
import { problemSchema } from './problem.ts';

const etag = z.object({
  ETag: z
    .string()
    .meta({ description: 'Changes when what is answered does: give it back as `If-None-Match`.' }),
});

const REFUSALS: Readonly<Record<string, string>> = {
  400: 'A parameter is at fault; `errors` names each.',
  401: 'No token was shown, or it is none.',
  403: 'The server is reached under a name that is not its own, or from a page of another site.',
  404: 'There is no such thing; or no token was ever made, and the API is off.',
  406: 'None of the formats that are accepted is given.',
  429: 'Too many requests: `Retry-After` says when to ask again.',
};

const refusals = (): Record<string, ZodOpenApiResponseObject> =>
  Object.fromEntries(
    Object.entries(REFUSALS).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );

function operation({ id, summary, description, query, result, formats }: Endpoint) {
  const format = z
    .enum(formats)
    .optional()
    .meta({
      description: `What is given: ${formats.join(', ')}; else what \`Accept\` asks for, or ${formats[0]}.`,
    });
  return {
    operationId: id,
    summary,
    description,
    tags: ['figures'],
    requestParams: { query: query.extend({ format }) },
    responses: {
      200: {
        description: 'What was found.',
        headers: etag,
        content: Object.fromEntries(
          formats.map((one) => [
            FORMATS[one],
            one === 'json'
              ? { schema: result }
              : {
                  schema:
                    one === 'png' ? { type: 'string' as const, contentMediaType: FORMATS.png } : z.string(),
                },
          ]),
        ),
      },
      304: { description: 'As it was: what `If-None-Match` names is what there is still.' },
      ...refusals(),
    },
  };
}

/** The document, as an object of JSON. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = Object.fromEntries(
    ENDPOINTS.map((one) => [one.path, { get: operation(one) }]),
  );
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Lodestone',
      version: '1.0.0',
      summary: 'Metal market figures with their source, basis, range and firmness.',
      description:
        'Asks for what Slack is answered, as JSON or CSV. Every figure says its unit, basis, period and source; what is not known is said to be. Read only.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'Where Lodestone listens.' }],
    tags: [{ name: 'figures', description: 'Figures, series, and where they come from.' }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token that an admin makes in Slack with `/nd api new <what it is for>`.',
        },
      },
    },
  });
}
