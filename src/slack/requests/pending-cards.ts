/** Cards of requests that wait for their press, so that what is said next can put them right. In memory, for 30 minutes. */
import { z } from 'zod';
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import type { Forgettables } from '#src/platform/forgettables.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import { createTeamMap } from '#src/platform/team-map.ts';
import type { Post, PublicPost } from '#src/slack/send.ts';
import type { CardValue } from './card-value.ts';

const LIFETIME_MS = 30 * 60_000;
const CAPACITY = 5000;

/** Where a card stands. */
interface CardMessage {
  /** Its message; `undefined` where only whoever asked sees it, for that one can't be edited later. */
  readonly ts: string | undefined;
  /** The thread that it stands in; none in a direct message or a command's answer. */
  readonly thread?: string | undefined;
  /** Whether others came of the same message: then "yes" does not say which. */
  readonly isOneOfSeveral?: boolean;
}

export interface PendingCard extends CardMessage {
  readonly card: CardValue;
}

/** Of each person in each conversation the last one. */
export interface PendingCards {
  recall(actor: Pick<Actor, 'team' | 'user'>, channel: string): PendingCard | undefined;
  remember(actor: Pick<Actor, 'team' | 'user'>, card: CardValue, message: CardMessage): void;
  /** A card that waits, as it is now that something was chosen in it. */
  follow(actor: Pick<Actor, 'team' | 'user'>, card: CardValue): void;
  /** @param key Of a card: no other is forgotten */
  forget(actor: Pick<Actor, 'team' | 'user'>, channel: string, key?: string): void;
}

/** What somebody says where a card of theirs waits. */
export interface SaidOfCard {
  readonly text: string;
  /** What names the message itself, where it may begin a thread of its own. */
  readonly message: string;
  readonly thread?: string | undefined;
  /** What was read of it as if nothing waited. */
  readonly requests: readonly AskedRequest[];
  readonly actor: Actor;
  readonly client: WebClient;
  readonly channel: string;
  /** Whether others read along. */
  readonly aloud: boolean;
  readonly post: PublicPost;
  /** For whoever asked alone. */
  readonly whisper: Post;
}

const place = (user: string, channel: string) => `${user} ${channel}`;

/** @param now Milliseconds. */
export function createPendingCards(now: () => number, forgettables: Forgettables): PendingCards {
  const cards = createTeamMap<PendingCard | undefined>({
    what: 'requests that wait for their press',
    forgettables,
    capacity: CAPACITY,
    lifetimeMs: LIFETIME_MS,
    now,
  });
  const recall: PendingCards['recall'] = ({ team, user }, channel) => cards.get(team, place(user, channel));
  const remember: PendingCards['remember'] = ({ team, user }, card, message) =>
    cards.set(team, place(user, card.in), { ...message, card });
  return {
    recall,
    remember,
    follow: (actor, card) => {
      const before = recall(actor, card.in);
      if (before?.card.key === card.key) remember(actor, card, before);
    },
    forget: ({ team, user }, channel, key) => {
      const before = recall({ team, user }, channel);
      if (before !== undefined && (key === undefined || before.card.key === key))
        cards.set(team, place(user, channel), undefined);
    },
  };
}

const posted = z.object({ ts: z.string() });

/** The message that Slack says was posted: of one that only one person sees it names none that can be edited. */
export const postedTs = (answer: unknown): string | undefined => posted.safeParse(answer).data?.ts;
