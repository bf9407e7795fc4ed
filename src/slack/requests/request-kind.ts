/** What every kind of request has: what its card says, and what a press does. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Actor } from '#src/access/actor.ts';
import { requestSchema } from '#src/domain/watching/drafts/request-schema.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import type { Message } from '#src/presentation/message.ts';
import type { RequestCard } from '#src/presentation/cards/request-card.ts';
import { inJson } from '#src/slack/button-values.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';

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
}

/** More than a button can carry, and than anybody reads. */
export const MOST_IDS = 40;

const id = z.string().max(60);
export const cardValue: z.ZodType<CardValue> = inJson(
  z.strictObject({
    request: requestSchema,
    by: id,
    key: id,
    in: id,
    start: z.enum(['now', 'next']).exactOptional(),
    ids: z.array(id).max(MOST_IDS).exactOptional(),
  }),
);

export interface RequestCall {
  readonly deps: ListenerDeps;
  readonly client: WebClient;
  readonly actor: Actor;
  readonly card: CardValue;
  /** Whether others read the card. */
  readonly aloud: boolean;
}

/** What a card says. */
interface Proposal extends Omit<RequestCard, 'value'> {
  /** The existing ones that it is of. */
  readonly ids?: readonly string[];
}

export interface RequestKind {
  /** For whoever asked alone: it tells of what is set up. */
  readonly alone?: boolean;
  /** A whole message, with buttons of its own, where nothing is to be decided. */
  readonly message?: (call: RequestCall) => Promise<Message>;
  /** Nothing is done by it. */
  readonly propose: (call: RequestCall) => Promise<Proposal>;
  /** Does it. @returns what came of it as mrkdwn; or what is to be chosen first */
  readonly act: (
    call: RequestCall,
  ) => Promise<{ readonly done: readonly string[] } | { readonly open: string }>;
  /** Opens its form, filled in from the words. */
  readonly openForm?: (call: RequestCall, triggerId: string) => Promise<void>;
}

/** As a request is read: in its own terms. */
export const requestOf = ({ card }: RequestCall): AskedRequest => card.request;
