/** What a card of a request carries in its buttons. */
import { z } from 'zod';
import { requestSchema } from '#src/domain/watching/drafts/request-schema.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import { inJson } from '#src/slack/button-values.ts';

/** What a card's buttons carry: it stands by itself, so that it works after a restart and in another process. */
export interface CardValue {
  readonly request: AskedRequest;
  /** Who asked: nobody else may press. */
  readonly by: string;
  /** Names the card: what is pressed twice is done once. */
  readonly key: string;
  /** Where it was said. */
  readonly in: string;
  /** Of an alert whose price is past its threshold already: whether it is to come at once, or the next time. */
  readonly start?: 'now' | 'next';
  /** The existing ones that the card is of: what is pressed is done with these, whatever has come since. */
  readonly ids?: readonly string[];
  /** What was named in a metal's place and is none that is known. */
  readonly unknown?: readonly string[];
}

/** More than a button can carry, and than anybody reads. */
export const MOST_IDS = 40;

/** Of more names nobody wants to read. */
export const MOST_UNKNOWN = 5;

const id = z.string().max(60);
export const cardValue: z.ZodType<CardValue> = inJson(
  z.strictObject({
    request: requestSchema,
    by: id,
    key: id,
    in: id,
    start: z.enum(['now', 'next']).exactOptional(),
    ids: z.array(id).max(MOST_IDS).exactOptional(),
    unknown: z.array(id).max(MOST_UNKNOWN).exactOptional(),
  }),
);
