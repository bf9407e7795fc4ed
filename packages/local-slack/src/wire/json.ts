/** Reading JSON of which nothing is known. */
import type { Json } from './wire-types.ts';

/** An object, and not a list. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const asJson = (value: unknown): Json | undefined => (isJson(value) ? value : undefined);

/** The objects of a list; none where there is no list. */
export const jsonsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isJson) : [];

/** The texts of a list; none where there is no list. */
export const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The text itself; empty where there is none. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a JSON text says; undefined where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
