/** Messages to one person: an owner whose digest or alert ended without a post, an admin whose feed is in trouble. */
import type { Block, KnownBlock } from '@slack/types';
import { z } from 'zod';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import type { Store } from '#src/storage/database/database.ts';
import { findAlert } from '#src/storage/alerts.ts';
import { findSubscription } from '#src/storage/subscriptions.ts';
import { RESTORED } from '#src/storage/database/restores.ts';
import type { Compose } from '#src/delivery/deps.ts';
import { knownZone } from '#src/domain/watching/schedules/schedule.ts';
import { slotInWords } from '#src/domain/watching/schedules/wall-clock.ts';
import { TOKEN_REASONS } from '#src/delivery/slack-errors.ts';
import { endedPayload, readPayload, type EndedItem, type EndedPayload } from '#src/delivery/tell-owner.ts';

/** Value: the id of the delivery that ended without a post. */
export const SEND_AGAIN_ACTION = 'delivery:again';

const payload = z.union([
  endedPayload,
  z.object({ of: z.enum(['feed', 'watched']), text: z.string() }),
  /** As notices were before they gathered. */
  z.object({ of: z.enum(['digest', 'alert']), channel: z.string(), reason: z.string() }),
]);

/** Composes notices from what was put into their delivery. */
export function createNoticeComposer(store: Store): Compose {
  return async (delivery) => {
    const said = readPayload(delivery.payload, payload);
    if (said === undefined) return { kind: 'skip', reason: 'what it says can’t be read' };
    const lines =
      'text' in said
        ? [{ text: said.text }]
        : said.of === 'ended'
          ? await endedLines(store, delivery.team, said)
          : pausedLines([{ kind: said.of, channel: said.channel }], said.reason, 0, true);
    return {
      kind: 'post',
      payload: delivery.payload,
      render: () => ({
        text: lines.map(({ text }) => text).join('\n'),
        blocks: lines.map(({ text, again }): KnownBlock & Block => ({
          type: 'section',
          text: { type: 'mrkdwn', text },
          ...(again !== undefined && {
            accessory: {
              type: 'button' as const,
              action_id: SEND_AGAIN_ACTION,
              text: plainText('Send now'),
              value: again,
            },
          }),
        })),
      }),
    };
  };
}

interface Line {
  readonly text: string;
  /** The delivery that a button beside it sends. */
  readonly again?: string;
}

async function endedLines(
  store: Store,
  team: string,
  { cause, reason, items, more }: EndedPayload,
): Promise<readonly Line[]> {
  if (cause === 'paused') {
    const still = await Promise.all(items.map((item) => isPaused(store, team, item)));
    return pausedLines(items, reason, more, still.includes(true));
  }
  const count = items.length + more;
  const posts = count === 1 ? 'A post of yours' : `${count} posts of yours`;
  const heading = {
    unsure: `*${posts} may have been made, or not*: ${reason.startsWith(RESTORED) ? 'I was restored from a backup' : 'Slack gave no clear answer'}, and I can’t look into the conversation. I post at most once, so I did not repeat ${count === 1 ? 'it' : 'them'}.`,
    'left out': `*${posts} did not come*: ${escapeMrkdwn(reason)}.`,
    finished: `*${count === 1 ? 'A digest of yours is' : `${count} digests of yours are`} finished*: ${escapeMrkdwn(reason)}. ${count === 1 ? 'The last one was due on' : 'The last ones were due on'} the day below; \`/nd digest list\` still has ${count === 1 ? 'it' : 'them'}, to be changed or deleted.`,
    down: `*While I was not running, ${count === 1 ? 'a post of yours was' : `${count} posts of yours were`} left out*: ${escapeMrkdwn(reason)}.`,
  }[cause];
  return [
    { text: heading },
    ...items.map((item) => ({
      text: `${capital(nameOf(item))}, ${escapeMrkdwn(slotInWords(item.at, knownZone(item.zone) ?? 'UTC'))}`,
      ...(item.again && { again: item.delivery }),
    })),
    ...(more > 0 ? [{ text: `And ${more} more: \`/nd digest list\` shows them.` }] : []),
  ];
}

async function isPaused({ db }: Store, team: string, { kind, subject }: EndedItem): Promise<boolean> {
  const find = kind === 'alert' ? findAlert : findSubscription;
  return (await find(db, team, subject))?.state === 'paused';
}

/** @param still Not resumed meanwhile, as it is when a token works again. */
function pausedLines(
  items: readonly Pick<EndedItem, 'kind' | 'channel'>[],
  reason: string,
  more: number,
  still: boolean,
): readonly Line[] {
  const [first] = items;
  if (first === undefined) return [];
  const count = items.length + more;
  const what =
    count === 1 ? `your ${nameOf(first).replace(/^your /, '')}` : `${count} digests and alerts of yours`;
  const why = escapeMrkdwn(reason);
  if (!still)
    return [
      { text: `*I had paused ${what}*: ${why}.` },
      {
        text: `That is mended, and ${count === 1 ? 'it goes' : 'they go'} on. What was due meanwhile was left out.`,
      },
    ];
  const mend = TOKEN_REASONS.includes(reason)
    ? 'When the app is installed again, it goes on by itself.'
    : `Nothing else is affected. When that is mended (invite me with \`/invite\`, or choose another channel), \`/nd ${first.kind} list\` has a button to resume ${count === 1 ? 'it' : 'each'}.`;
  return [
    { text: `*I have paused ${what}*: ${why}.` },
    {
      text: `${mend} What else of yours is refused for this is paused in its turn, without another message.`,
    },
  ];
}

/** @example "your digest in <#C1>" */
function nameOf({ kind, channel }: Pick<EndedItem, 'kind' | 'channel'>): string {
  return `your ${kind} ${/^[UWD]/.test(channel) ? 'to you' : `in <#${channel}>`}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
