/** The form of a simulated Web API method, and how it reads its arguments. */
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import type { Json } from '../wire/wire-types.ts';

export type Method = {
  /** Any one of these scopes will do; none is needed when the list is empty. */
  readonly scopes: readonly string[];
  /** The method takes an app-level token, not the bot's. */
  readonly appToken?: boolean;
  /** The answer without its `ok`. Throws a `SlackError` to refuse. */
  readonly run: (slack: Slack, args: Json) => Json | Promise<Json>;
};

export type Methods = Readonly<Record<string, Method>>;

/** An argument as text; undefined when it is missing or empty. */
export function textArg(args: Json, name: string): string | undefined {
  const value = args[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function requiredArg(args: Json, name: string): string {
  const value = textArg(args, name);
  if (value !== undefined) return value;
  throw new SlackError('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  });
}

const FLAGS = new Set<unknown>(['true', '1', true, 1]);

export const flagArg = (args: Json, name: string): boolean => FLAGS.has(args[name]);

/** An argument that is JSON: itself, or as the text that a form carries. Throws `refusal` when it is not JSON. */
export function jsonArg(args: Json, name: string, refusal: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value ?? undefined;
  if (value === '') return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new SlackError(refusal);
  }
}

/** A page of a list, as Slack cuts it. `cursor` is opaque to the caller: the position, in base64. */
export function cutPage<T>(
  all: readonly T[],
  args: Json,
  most: number,
): { page: readonly T[]; next: string } {
  const limit = Math.min(Math.max(Number(textArg(args, 'limit') ?? 100) || 100, 1), most);
  const cursor = textArg(args, 'cursor');
  const start =
    cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace(/^at:/, ''));
  if (!Number.isInteger(start) || start < 0) throw new SlackError('invalid_cursor');
  const end = start + limit;
  return {
    page: all.slice(start, end),
    next: end < all.length ? Buffer.from(`at:${end}`).toString('base64') : '',
  };
}
