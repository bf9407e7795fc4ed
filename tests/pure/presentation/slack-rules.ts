/** Slack's own rules for blocks, stated apart from the code that must keep to them. */
import { expect } from 'vitest';
import { z } from 'zod';

const filled = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.trim() !== '', 'empty text');

/** No control sequence of Slack's, and no entity cut in half. */
const isEscaped = (text: string) => !/[<>]/.test(text) && !/&(?!amp;|lt;|gt;)/.test(text);

const mrkdwn = z.object({
  type: z.literal('mrkdwn'),
  text: filled(3000).refine(isEscaped, 'not escaped'),
});
const plainText = (most: number) => z.object({ type: z.literal('plain_text'), text: filled(most) });
const buttonElement = z.object({
  type: z.literal('button'),
  action_id: filled(255),
  text: plainText(75),
  value: filled(2000),
});

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('section'), text: mrkdwn, accessory: buttonElement.optional() }),
  z.object({ type: z.literal('header'), text: plainText(150) }),
  z.object({ type: z.literal('divider') }),
  z.object({ type: z.literal('context'), elements: z.array(mrkdwn).min(1).max(10) }),
  z.object({
    type: z.literal('actions'),
    elements: z
      .array(buttonElement)
      .min(1)
      .max(25)
      .refine((all) => new Set(all.map((e) => e.action_id)).size === all.length, 'action_id twice'),
  }),
  z.object({
    type: z.literal('image'),
    image_url: filled(3000),
    alt_text: filled(2000),
    title: plainText(2000).optional(),
  }),
  z.object({
    type: z.literal('table'),
    column_settings: z.array(z.unknown()).max(20),
    rows: z
      .array(
        z
          .array(z.object({ type: z.literal('raw_text'), text: z.string().min(1) }))
          .min(1)
          .max(20),
      )
      .min(1)
      .max(100)
      .refine((rows) => rows.flat().reduce((sum, cell) => sum + cell.text.length, 0) <= 10_000, 'too long'),
  }),
]);

/** Fails unless the text is safe to send. */
export function expectEscaped(text: string): void {
  expect(text).toSatisfy(isEscaped);
}

/** Fails unless Slack would take these blocks. */
export function expectAcceptable(blocks: readonly unknown[], most: number): void {
  const parsed = z.array(block).min(1).max(most).safeParse(blocks);
  expect(parsed.error).toBeUndefined();
  expect((parsed.data ?? []).filter((one) => one.type === 'table').length).toBeLessThanOrEqual(1);
}
