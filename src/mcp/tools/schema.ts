/** Schemas of tools, made once for all requests: over HTTP each request has a server of its own, and tells it all tools anew. */
import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod';

type Converter = StandardSchemaWithJSON['~standard']['jsonSchema'];

/**
 * A schema that is turned into JSON Schema once. The SDK asks for that of each call, since a result is cut to the schema that was
 * advertised; and of an answer it takes longer than the answer.
 */
export function convertedOnce<T extends z.ZodType>(
  schema: T,
): StandardSchemaWithJSON<z.input<T>, z.output<T>> {
  const standard = schema['~standard'];
  const known = new Map<string, ReturnType<Converter['input']>>();
  const once =
    (way: keyof Converter): Converter['input'] =>
    (options) => {
      const key = JSON.stringify([way, options]);
      const made = known.get(key) ?? standard.jsonSchema[way](options);
      known.set(key, made);
      return made;
    };
  return { '~standard': { ...standard, jsonSchema: { input: once('input'), output: once('output') } } };
}

/** An object that has these fields and no other: what a caller gives and no tool takes is never dropped in silence. */
export const only = <S extends z.core.$ZodShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `there is no ${issue.keys.map((key) => JSON.stringify(key)).join(', no ')}; there are: ${Object.keys(shape).join(', ')}`
        : undefined,
  });

/** The arguments of a tool. */
export const argumentsOf = <S extends z.core.$ZodShape>(shape: S) => convertedOnce(only(shape));
