/** Why a request is not answered, as RFC 9457 has it: `application/problem+json`. */
import { z } from 'zod';
import { listOf } from '#src/api/schemas/figure.ts';

// As a module it would load what is not used: see `platform/connection/routes.ts`.
const { STATUS_CODES } = process.getBuiltinModule('node:http');

export const problemSchema = z
  .object({
    type: z.literal('about:blank').meta({ description: 'The status says what kind of problem it is.' }),
    title: z.string().meta({ description: 'The status in words.' }),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong, and how to mend it.' }),
    errors: listOf(
      z.object({
        parameter: z.string().meta({ description: 'The parameter that is at fault.' }),
        detail: z.string(),
      }),
    )
      .optional()
      .meta({ description: 'Each parameter that is at fault.' }),
  })
  .meta({ id: 'Problem', description: 'Why a request is not answered (RFC 9457).' });

export interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly parameter: string; readonly detail: string }[];
  readonly headers?: Readonly<Record<string, string>>;
}

export const isProblem = (outcome: object): outcome is Problem => 'status' in outcome && 'detail' in outcome;

/** The body of the response. */
export function problemJson({ status, detail, errors }: Problem): z.output<typeof problemSchema> {
  const said = errors === undefined ? {} : { errors };
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, ...said };
}
