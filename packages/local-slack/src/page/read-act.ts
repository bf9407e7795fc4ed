/** Reads what a page posted: any page of this machine may post anything. */
import { z } from 'zod';
import type { Act } from './page-types.ts';

const text = z.string();
const surface = z.union([z.object({ channel: text, ts: text }), z.object({ view: text })]);
const message = { channel: text, ts: text };
const element = { surface, block: text, action: text };

const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('say'), channel: text, text, thread: z.exactOptional(text) }),
  z.object({ act: z.literal('drop'), channel: text, name: text.min(1).max(255), content: z.base64() }),
  z.object({ act: z.literal('edit'), ...message, text }),
  z.object({ act: z.literal('remove'), ...message }),
  z.object({ act: z.literal('react'), ...message, name: text.regex(/^[\w+-]+$/) }),
  z.object({ act: z.literal('read'), ...message }),
  z.object({ act: z.literal('press'), ...element, value: z.exactOptional(text) }),
  z.object({ act: z.enum(['select', 'suggest']), ...element, given: z.unknown() }),
  z.object({
    act: z.literal('submit'),
    fields: z.array(z.object({ block: text, action: text, given: z.unknown() })),
  }),
  z.object({ act: z.literal('close'), all: z.boolean() }),
  z.object({ act: z.literal('home'), tab: z.enum(['home', 'messages']) }),
  z.object({
    act: z.literal('shortcut'),
    callback_id: text,
    channel: z.exactOptional(text),
    ts: z.exactOptional(text),
  }),
  z.object({
    act: z.literal('switch'),
    name: z.enum(['repeatEvents', 'refuseImages', 'expireTriggers', 'slow']),
    on: z.boolean(),
  }),
  z.object({ act: z.literal('fail'), what: z.enum(['ratelimit', 'socket']) }),
  z.object({ act: z.literal('clock'), local: z.exactOptional(text) }),
  z.object({ act: z.literal('restart') }),
  z.object({ act: z.literal('start-over') }),
]);

/** @throws Error naming what is wrong */
export function readAct(given: unknown): Act {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `The page sent what cannot be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  );
}
