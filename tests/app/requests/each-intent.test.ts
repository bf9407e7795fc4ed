/** A sentence of each intent, in a direct message and in a mention, over the wire: what is there before the press, after Cancel and after the press. */
import type { Message } from 'local-slack';
import { afterEach, describe, expect, it } from 'vitest';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { latestQuotes } from '#src/storage/quotes.ts';
import { shown, startTalk } from './talk.ts';

type Talk = Awaited<ReturnType<typeof startTalk>>;
let talk: Talk;
afterEach(() => talk.lodestone.stop());

/** All that is kept, as it stands. */
async function kept({ digests, alerts, store, team }: Talk) {
  const all = await Promise.all([digests(), alerts(), latestQuotes(store.db, team)]);
  return JSON.stringify(all);
}

interface Said {
  readonly intent: string;
  readonly q: string;
  /** The button that does it. */
  readonly does: string;
  /** Who may: the buyer, unless it is for admins. */
  readonly who?: 'boss';
  /** What is in the kept rows after the press. */
  readonly after: (talk: Talk) => Promise<unknown>;
  readonly becomes: unknown;
}

const line = async ({ digests }: Talk) => (await digests()).map(({ scheduleLine }) => scheduleLine);
const states = async ({ digests }: Talk) => (await digests()).map(({ state }) => state);
const metals = async ({ digests }: Talk) => (await digests()).map(({ content }) => content?.metals);
const rules = async ({ alerts }: Talk) =>
  (await alerts()).map(({ rule }) => (rule && 'at' in rule ? rule.at.range.low : rule));
const BEFORE = ['weekly mon 09:00'];

/** Beside a Monday digest of terbium and an alert for neodymium at 150 USD/kg, which are there before. */
const SAID: readonly Said[] = [
  {
    intent: 'digest.create',
    q: 'ndpr and dysprosium in #procurement, every other Thursday at 8:15, only if something has changed',
    does: 'Create',
    after: line,
    becomes: [...BEFORE, 'every 2 weeks thu 08:15 since 2026-11-26'],
  },
  {
    intent: 'digest.create',
    q: 'on the 15th and the last day of each month at 17:00 I want cobalt',
    does: 'Create',
    after: metals,
    becomes: [['terbium'], ['cobalt']],
  },
  { intent: 'digest.pause', q: 'hold my terbium digest', does: 'Pause', after: states, becomes: ['paused'] },
  {
    intent: 'digest.delete',
    q: 'stop sending me the terbium digest',
    does: 'Delete',
    after: line,
    becomes: [],
  },
  {
    intent: 'digest.edit',
    q: 'add copper to the monday digest and take terbium out',
    does: 'Change',
    after: metals,
    becomes: [['copper']],
  },
  { intent: 'digest.edit', q: 'no, fridays', does: 'Change', after: line, becomes: ['weekly fri 09:00'] },
  {
    intent: 'alert.create',
    q: 'watch copper for me and shout when it is under $9,500/t',
    does: 'Create',
    after: rules,
    becomes: [150, 9500],
  },
  {
    intent: 'alert.snooze',
    q: 'put my neodymium alert to sleep for 3 days',
    does: 'Snooze',
    after: async ({ alerts }) => (await alerts()).map(({ snoozedUntil }) => typeof snoozedUntil),
    becomes: ['number'],
  },
  {
    intent: 'alert.edit',
    q: 'raise my neodymium alert to 165',
    does: 'Change',
    after: rules,
    becomes: [165],
  },
  {
    intent: 'alert.delete',
    q: 'you can get rid of the neodymium alert',
    does: 'Delete',
    after: rules,
    becomes: [],
  },
  {
    intent: 'quote.add',
    q: 'log a quote: terbium metal at 1,180 $/kg as of yesterday',
    does: 'Store',
    who: 'boss',
    after: async ({ store, team }) =>
      (await latestQuotes(store.db, team)).map(({ key, quote }) => [key.metal, quote.range.low, quote.date]),
    becomes: [['terbium', 1180, '2026-11-23']],
  },
];

async function started(): Promise<Talk> {
  talk = await startTalk({ env: { ADMIN_USERS: '' }, manifest: buildManifest(COMMANDS, ['files:write']) });
  const { say, press } = talk;
  await press(await say('remind me every monday at 9 of the terbium price'), 'Create');
  await press(await say('alert me if neodymium goes above 150 usd/kg'), 'Create');
  return talk;
}

const buttonsOf = (card: Message): string => JSON.stringify(card.blocks.at(-1));

describe.each(SAID)('$intent: “$q”', ({ q, does, who, after, becomes }) => {
  it('does nothing when it is said, nothing after Cancel, and what it says after the press', async () => {
    await started();
    const me = talk[who ?? 'buyer'];
    const before = await kept(talk);
    const left = await talk.say(q, me);
    expect(buttonsOf(left)).toContain(`"${does}"`);
    expect(await kept(talk)).toBe(before);
    await talk.press(left, 'Cancel', me);
    expect(await kept(talk)).toBe(before);

    // In a channel it is whispered, where it tells of what is set up; nobody else’s press does it.
    const card = await talk.mention('#general', q, me);
    expect(await kept(talk)).toBe(before);
    // Of what all see nobody else's press does it; what only its asker sees nobody else can press.
    if (card.visible_to === undefined) await talk.press(card, does, talk.anna);
    expect(await kept(talk)).toBe(before);
    expect(buttonsOf(card).includes('"confirm"')).toBe(does === 'Delete');
    await talk.press(card, does, me);
    expect(await after(talk)).toEqual(becomes);
    // Pressed again, it is not done again.
    const done = await kept(talk);
    await me.press(card, does).catch(() => undefined);
    await talk.slack.settled();
    expect(await kept(talk)).toBe(done);
  });
});

it('what resumes, sends and exports asks first; lists and questions set nothing up', async () => {
  await started();
  const { say, press, slack, digests, alerts } = talk;
  await press(await say('pause the monday digest'), 'Pause');
  const resume = await say('please continue with the paused terbium digest');
  expect((await digests()).map(({ state }) => state)).toEqual(['paused']);
  await press(resume, 'Resume');
  expect((await digests()).map(({ state }) => state)).toEqual(['active']);

  await press(await say('snooze the nd alert for a week'), 'Snooze');
  const wake = await say('wake the neodymium alert up again');
  expect((await alerts()).map(({ snoozedUntil }) => snoozedUntil)).toEqual([expect.any(Number)]);
  await press(wake, 'Resume');
  expect((await alerts()).map(({ snoozedUntil }) => snoozedUntil)).toEqual([null]);

  const posts = () => slack.messagesIn('dm:Buyer').filter((one) => one.text.includes('Terbium')).length;
  const send = await say('run the monday digest now');
  const before = posts();
  await press(send, 'Send now');
  await slack.waitFor(() => posts() > before);
  // That it came is noted behind it.
  await expect.poll(async () => (await digests())[0]?.lastSentAt).toEqual(expect.any(Number));

  const rows = await kept(talk);
  expect((await say('show me my digests')).text).toContain('every Monday at 09:00');
  expect((await say('show me the neodymium alerts')).text).toContain('$150/kg');
  for (const q of [
    'send me the lithium price',
    'when did it go above 100?',
    'how often can a digest be posted at most?',
  ]) {
    expect(shown(await say(q))).not.toContain('request:act');
    expect(await kept(talk)).toBe(rows);
  }
  const file = await say('export neodymium, 1 January 2024 to 31 December 2025, as csv');
  expect(buttonsOf(file)).toContain('"Export"');
  await press(file, 'Cancel');
  expect(slack.callsTo('files.completeUploadExternal')).toHaveLength(0);
});
