/** What every kind of request has: what its card says, and what a press does. */
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import type { House } from '#src/access/may.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import type { Message } from '#src/presentation/message.ts';
import type { RequestCard } from '#src/presentation/cards/request-card.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import type { CardValue } from './card-value.ts';

/** Said of a card once it is decided, whether by its button or in words. */
export const LEFT = 'Left. Nothing was set up.';

export const chooseFirst = (what: string): string => `*Choose first:* ${what}`;

export interface RequestCall {
  readonly deps: ListenerDeps;
  readonly client: WebClient;
  readonly actor: Actor;
  readonly card: CardValue;
}

/** What a card says. */
interface Proposal extends Omit<RequestCard, 'value'> {
  /** The existing ones that it is of. */
  readonly ids?: readonly string[];
}

export interface RequestKind {
  /**
   * Why somebody may have nothing of the kind at all; `undefined` where they may. It is asked before anything is looked up,
   * so that what is not theirs is in no card.
   */
  readonly bar: (actor: Actor, house: House) => string | undefined;
  /** For whoever asked alone, since it tells of what is set up; or of the workspace's quotes, where another company reads along. */
  readonly alone?: true | 'before-others';
  /** A whole message, with buttons of its own, where nothing is to be decided. */
  readonly message?: (call: RequestCall) => Promise<Message>;
  /** Nothing is done by it. */
  readonly propose: (call: RequestCall) => Promise<Proposal>;
  /** Does it. @returns what came of it as mrkdwn; or what is to be chosen first */
  readonly act: (
    call: RequestCall,
  ) => Promise<{ readonly done: readonly string[] } | { readonly open: string }>;
  /** Whether it was done already, by a press or a form in whatever process. */
  readonly isDone?: (call: RequestCall) => Promise<boolean>;
  /** Opens its form, filled in from the words. */
  readonly openForm?: (call: RequestCall, triggerId: string) => Promise<void>;
}

/** As a request is read: in its own terms. */
export const requestOf = ({ card }: RequestCall): AskedRequest => card.request;

/** What its metals are held against. */
export const contextOfMetals = ({ deps, card }: RequestCall) => ({
  materials: deps.quotes.materials,
  unknown: card.unknown,
});
