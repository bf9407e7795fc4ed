/**
 * The tables, as both databases have them. Column types are those that SQLite and PostgreSQL share: text, and whole
 * numbers. Times are milliseconds since 1970; what has a shape of its own is JSON in a text column. Every row names its
 * workspace (`team`), so that one that removes Lodestone can be forgotten at once.
 */
import type { Kysely } from 'kysely';
import type { FeedbackOutcome } from '#src/domain/faq/feedback.ts';
import type { QuoteTables } from '#src/storage/quote-schema.ts';

export interface SubscriptionTable {
  readonly id: string;
  readonly team: string;
  /** Channel id, or a person's id for a direct message. */
  readonly channel: string;
  /** The person who made it, who is told when it can't be posted any more. */
  readonly owner: string;
  /** What the digest says, as JSON. */
  readonly content: string;
  /** The one-line form, "weekly mon 09:00". */
  readonly schedule: string;
  readonly zone: string;
  /** `finished`: its schedule has ended, and nothing comes any more. */
  readonly state: 'active' | 'paused' | 'finished';
  /** Why it is paused, in words for people. */
  readonly reason: string | null;
  /** The next slot: when, and its name. */
  readonly next_at: number;
  readonly next_slot: string;
  /** The figures of the last digest, as JSON: what "since your last digest" compares with. */
  readonly last_figures: string | null;
  readonly last_sent_at: number | null;
  /** Nothing comes before this moment: an active one is paused until then. */
  readonly paused_until: number | null;
  readonly created_at: number;
}

export interface AlertTable {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly owner: string;
  /** What it watches for, as JSON. */
  readonly rule: string;
  /** The series of quotes that it watches and no other; `null` until there is one, and where it watches yearly figures. */
  readonly series: string | null;
  /** `fired` until the figure has come back by a margin, or its message ended without being posted. */
  readonly state: 'armed' | 'fired' | 'paused';
  readonly reason: string | null;
  readonly snoozed_until: number | null;
  /** How often it has fired: names each firing. */
  readonly fired_count: number;
  /** When the message of the last firing was sent; `null` until it is. */
  readonly fired_at: number | null;
  /** The price that it fired on last and is not to fire on again, as JSON. */
  readonly fired_on: string | null;
  readonly created_at: number;
}

export type DeliveryState = 'pending' | 'sending' | 'sent' | 'skipped' | 'failed';

/** One message that shall be posted once. The row, not any queue, decides whether it has been. */
export interface DeliveryTable {
  readonly id: string;
  readonly team: string;
  readonly kind: 'digest' | 'alert' | 'notice';
  /** The subscription or alert it belongs to. */
  readonly subject: string;
  /** Names the occasion; unique in a subject. */
  readonly slot: string;
  readonly slot_at: number;
  readonly channel: string;
  readonly state: DeliveryState;
  /** When somebody shall look at the row next: to post it or, where it is in doubt, to find out. */
  readonly due_at: number;
  /** Counts claims: who claims the row raises it, and loses it when somebody else has. */
  readonly attempt: number;
  readonly first_attempt_at: number | null;
  /** When Slack was last asked to post it, by Slack's clock; `null` where that was not known, or another has asked. */
  readonly asked_at: number | null;
  /** How often Slack was asked: more than once, and there may be two. */
  readonly asks: number;
  /** When a message that was sent is to be looked for once more, since there may be a second copy. */
  readonly look_again_at: number | null;
  /** What the post needs that must not change between attempts, as JSON; kept where it was not posted, to be sent by hand. */
  readonly payload: string | null;
  /** The message, once it is posted. */
  readonly ts: string | null;
  /** The message in whose thread it stands; `null` of one that stands in the conversation itself. */
  readonly thread_ts: string | null;
  /** Why it was skipped or failed, how it was found, or why it is in doubt; in words. */
  readonly reason: string | null;
  readonly finished_at: number | null;
  readonly created_at: number;
}

/** When a channel or a workspace may be posted to next: spreads bursts, over all processes. */
interface PaceTable {
  readonly key: string;
  readonly team: string;
  readonly free_at: number;
}

interface SettingTable {
  readonly team: string;
  readonly key: string;
  /** JSON. */
  readonly value: string;
}

/** What somebody let the bot know of an answer; nothing says who. */
interface FeedbackTable {
  readonly id: string;
  readonly team: string;
  /** The question. */
  readonly text: string;
  readonly outcome: FeedbackOutcome;
  /** The FAQ entry that answered, or was chosen. */
  readonly faq: string | null;
  readonly created_at: number;
}

/** What was done for a form or a button, so that it is done once. */
interface TakenTable {
  readonly team: string;
  readonly key: string;
  readonly taken_at: number;
}

/** That the rows were imported: what a backup says may be older than what was posted since. At most one row. */
interface RestoreTable {
  /** When the backup was made; nothing that was posted before is missing in it. */
  readonly backed_up_at: number;
  /** When delivery first went on from it; empty until then. */
  readonly started_at: number | null;
}

/** A token by which scripts, spreadsheets and assistants ask. */
export interface ApiTokenTable {
  readonly id: string;
  readonly team: string;
  /** What it is for, in its maker's words. */
  readonly name: string;
  /** SHA-256 of the token, which is kept nowhere. */
  readonly hash: string;
  /** Who made it. */
  readonly owner: string;
  readonly created_at: number;
  /** When it was last used, to the hour. */
  readonly used_at: number | null;
}

export interface Tables extends QuoteTables {
  readonly api_tokens: ApiTokenTable;
  readonly restores: RestoreTable;
  readonly feedback: FeedbackTable;
  readonly subscriptions: SubscriptionTable;
  readonly alerts: AlertTable;
  readonly deliveries: DeliveryTable;
  readonly paces: PaceTable;
  readonly settings: SettingTable;
  readonly taken: TakenTable;
}

/** A database, or a transaction in it. */
export type Db = Kysely<Tables>;

/** The tables that hold people's data, in the order in which they are exported. Paces, feeds' health, restores and what was taken are of one database, and stay in it. */
export const KEPT_TABLES = [
  'subscriptions',
  'alerts',
  'deliveries',
  'settings',
  'quote_series',
  'quotes',
  'exchange_rates',
  'feedback',
  'api_tokens',
] as const;
export type KeptTable = (typeof KEPT_TABLES)[number];
