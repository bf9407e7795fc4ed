/** Counts at the Slack end, and holds every row against what Slack has. */
import { METADATA_TYPE } from '#src/delivery/post.ts';
import { MAY_HAVE_BEEN_POSTED } from '#src/delivery/settle-doubt.ts';
import type { Simulator } from 'local-slack';
import { readFollowing } from '#src/storage/alerts.ts';
import type { Store } from '#src/storage/database/database.ts';
import { highOf } from './market.ts';
import { wantedOf, type Many } from './wanted.ts';

export interface Counted {
  readonly slots: number;
  readonly firings: number;
  /** Messages of slots and firings. */
  readonly posts: number;
  /** Of those of firings, what followed in their threads: that they are over. How many come depends on when prices were looked at. */
  readonly followed: number;
  /** What was posted more than once, never and without a word of it, or though nobody wanted it; and rows that say otherwise than Slack. */
  readonly doubled: readonly string[];
  readonly missing: readonly string[];
  readonly unwanted: readonly string[];
  readonly wrongRows: readonly string[];
  /** Messages of alerts that show another price than the one that they fired on. */
  readonly wrongPrices: readonly string[];
  /** How many were posted when the price had changed already. */
  readonly changedBefore: number;
  /** What was left out as unsure, and of that what no message to its owner tells. */
  readonly leftOut: number;
  readonly untold: number;
  /** Found by looking. */
  readonly adopted: number;
}

interface Post {
  readonly ts: string;
  readonly text: string;
}

/** Messages by the name that they carry. */
function postsByKey(slack: Simulator): ReadonlyMap<string, readonly Post[]> {
  const posted = new Map<string, Post[]>();
  for (const messages of slack.workspace.messages.values()) {
    for (const { metadata, ts, text } of messages) {
      if (metadata?.['event_type'] !== METADATA_TYPE) continue;
      const key = /"key":"([^"]+)"/.exec(JSON.stringify(metadata))?.[1] ?? '';
      posted.set(key, [...(posted.get(key) ?? []), { ts, text }]);
    }
  }
  return posted;
}

const keyOf = (row: { subject: string; slot: string }): string => `${row.subject} ${row.slot}`;

/** Counts what is there against what is wanted by now. */
export async function count(slack: Simulator, store: Store, many: Many): Promise<Counted> {
  const posted = postsByKey(slack);
  const { slots, firings } = wantedOf(many);
  const keys = new Set([...slots, ...firings.map(({ key }) => key)]);
  const rows = await store.db
    .selectFrom('deliveries')
    .selectAll()
    .where('kind', 'in', ['digest', 'alert'])
    .execute();
  const leftOut = rows.filter(
    ({ state, reason }) => state === 'skipped' && reason?.endsWith(MAY_HAVE_BEEN_POSTED),
  );
  const said = new Set(leftOut.map(keyOf));
  const wrongRows = rows
    .filter((row) => !said.has(keyOf(row)))
    .filter((row) => row.state !== 'sent' || posted.get(keyOf(row))?.[0]?.ts !== row.ts)
    .map((row) => `${keyOf(row)} is ${row.state}${row.reason === null ? '' : `: ${row.reason}`}`);
  const ofAlerts = firings.flatMap(({ key, round }) =>
    (posted.get(key) ?? []).map(({ text }) => ({ round, text })),
  );
  const all = [...posted].filter(([key]) => /^[SA]\d+ /.test(key));
  const follows = all.filter(([key]) => followedBy(key, keys));
  const kinds = all.filter((one) => !follows.includes(one));
  return {
    slots: slots.length,
    firings: firings.length,
    posts: kinds.reduce((sum, [, own]) => sum + own.length, 0),
    followed: follows.length,
    doubled: [...keys, ...follows.map(([key]) => key)].filter((key) => (posted.get(key)?.length ?? 0) > 1),
    missing: [...keys].filter((key) => !posted.has(key) && !said.has(key)),
    unwanted: kinds.map(([key]) => key).filter((key) => !keys.has(key)),
    wrongRows,
    wrongPrices: ofAlerts
      .filter(({ round, text }) => !saysPrice(text, highOf(round)))
      .map(({ round, text }) => `round ${round}: ${text.split('\n')[0]}`),
    changedBefore: ofAlerts.filter(({ text }) => text.includes('\nNow: ')).length,
    leftOut: leftOut.length,
    untold: countUntold(
      slack,
      leftOut.map(({ id }) => id),
    ),
    adopted: rows.filter((row) => row.reason?.startsWith('found') === true).length,
  };
}

/** Whether a message follows a firing that there was: "A3 over of firing 2". */
function followedBy(key: string, keys: ReadonlySet<string>): boolean {
  const [alert = '', ...slot] = key.split(' ');
  const firing = slot.join(' ');
  return (
    readFollowing(firing) !== undefined && keys.has(`${alert} ${firing.replace(/^.* of (?=firing )/, '')}`)
  );
}

const KG_A_POUND = 0.45359237;

/** Whether a message says that its alert fired on this price. @param price In dollars a kilogram; it may be told by the pound */
function saysPrice(text: string, price: number): boolean {
  const [, told, mass] = /(?:(?:is|was) [^\n]*?: |, (?:to|now) )\$([\d.]+)\/(kg|lb)/.exec(text) ?? [];
  return Number(told) === (mass === 'kg' ? price : Number((price * KG_A_POUND).toFixed(2)));
}

/** Those that no message names by its button; a message of many names some, and says how many more there are. */
function countUntold(slack: Simulator, ids: readonly string[]): number {
  // A message that came twice counts once.
  const messages = new Map(
    slack.messagesIn('dm:Buyer').map((message) => [JSON.stringify(message.metadata), message]),
  );
  const named = new Set<string>();
  let more = 0;
  for (const { blocks, text } of messages.values()) {
    for (const [, id = ''] of JSON.stringify(blocks).matchAll(/"value":"([^"]+)"/g)) named.add(id);
    more += Number(/And (\d+) more/.exec(text)?.[1] ?? 0);
  }
  return Math.max(0, ids.filter((id) => !named.has(id)).length - more);
}
