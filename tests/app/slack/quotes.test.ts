/** Prices by hand and by feed, over the wire: entered, shown, confirmed, taken back, held, and answered with. */
import { afterEach, expect, it } from 'vitest';
import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import type { Message } from 'local-slack';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { quoted, startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { answering, serveFeed } from '../feeds/feed-server.ts';
import { SHEET } from '../feeds/samples.ts';

let lodestone: Lodestone;
afterEach(() => lodestone.stop());

const HEAD = 'Date,Low,High\n';
const GOOD = `${HEAD}2026-11-19,550000,554000\n2026-11-20,553000,557000\n`;

/** A bot with one feed, whose table can be changed, and a fixed exchange rate. */
async function start(
  table?: string,
  { admins = [], scopes = [] }: { admins?: readonly string[]; scopes?: readonly string[] } = {},
) {
  let body = table ?? GOOD;
  let now = TODAY;
  const { url } = await serveFeed((request, response) => answering(body)(request, response));
  const feed = {
    id: 'smm',
    name: 'SMM sheet',
    ...SHEET,
    retries: 0,
    from: { url, allowPrivate: true },
  };
  const settings = parseFeedSettings(
    JSON.stringify({
      feeds: table === undefined ? [] : [feed],
      fixedRates: { source: 'Treasury', date: '2026-11-18', base: 'USD', perBase: { CNY: 7 } },
    }),
    'feeds.json',
  );
  lodestone = await startLodestone({
    manifest: buildManifest(COMMANDS, scopes),
    env: (slack) => ({ ADMIN_USERS: admins.map((name) => slack.user(name).id).join(',') }),
    people: [{ name: 'Buyer' }, { name: 'Boss', admin: true }],
    deps: { quoted: { ...quoted, settings }, now: () => now },
  });
  const { slack } = lodestone;
  const turns = () =>
    lodestone.logged().filter(({ msg }) => msg === 'read a feed' || msg === 'a feed could not be read')
      .length;
  const read = async (count: number) => {
    await expect.poll(turns, { timeout: 60_000 }).toBeGreaterThanOrEqual(count);
  };
  if (table !== undefined) await read(1);
  const boss = slack.user('Boss');
  return {
    slack,
    boss,
    buyer: slack.user('Buyer'),
    say: (line: string, who = boss) => slack.answerTo(() => who.command(`/nd ${line}`, '#general')),
    press: (message: Message, which: string, who = boss) => slack.answerTo(() => who.press(message, which)),
    feedSays: async (next: string, hours = 1) => {
      body = next;
      now = new Date(now.getTime() + hours * 3_600_000);
      const before = turns();
      lodestone.wake();
      await read(before + 1);
    },
  };
}

it('an alert in dollars on quotes in yuan is held against them at the rate of their day', async () => {
  const { slack, say, press } = await start();
  await press(await say('quote add NdPr oxide 553-557k CNY/t ex-works incl. VAT 20 Nov'), 'Store it');
  const said = await say('alert above 75 USD/kg ndpr');
  expect(said.text).toContain('NdPr: a quote above $75/kg');
  expect(said.text).toContain('which is $79.00 to $79.57/kg at 7.0000 CNY a USD (Treasury');
  expect(said.text).toContain('Watched: quotes in CNY, each in USD at the rate of its day');
  const { text } = await slack.waitFor(() => slack.messagesIn('dm:Boss')[0]);
  expect(text).toContain('NdPr oxide is above your threshold: $79.00 to $79.57/kg on 20 Nov');
});

it('a pasted line is shown as understood, stored only when confirmed, answered with, and taken back', async () => {
  const { say, press } = await start();
  const shown = await say('quote add NdPr oxide 553-557k CNY/t ex-works incl. VAT 20 Nov');
  expect(shown.text).toContain('Understood as *NdPr oxide: CN¥553,000 to CN¥557,000/t*, 20 Nov 2026');
  expect(shown.text).toContain('Nothing is stored yet.');
  expect((await say('price ndpr')).text).not.toContain('553,000');
  expect((await press(shown, 'Store it')).text).toContain('Stored: ');
  const price = await say('price ndpr');
  expect(price.text).toContain('NdPr oxide: CN¥553,000 to CN¥557,000/t, as of 20 Nov, 4 days old');
  expect(price.text).toContain('Entered by hand');
  expect((await say('quote undo')).text).toContain('Taken back: ');
  expect((await say('price ndpr')).text).not.toContain('553,000');
  expect((await say('quote undo')).text).toContain('no price that you entered');
});

it('a correction keeps the price before it, and undoing brings that back', async () => {
  const { say, press } = await start();
  for (const price of ['118.5', '119'])
    await press(await say(`quote add Nd oxide ${price} USD/kg 23 Nov`), 'Store it');
  expect((await say('price')).text).toContain('$119/kg');
  await say('quote undo');
  expect((await say('price')).text).toContain('$118.50/kg');
});

it('only those may enter prices whom the feeds file lets', async () => {
  const { say, press, buyer } = await start();
  expect((await say('quote add 118.5 USD/kg', buyer)).text).toContain('You may not enter prices here');
  expect((await say('quote', buyer)).text).toContain('You may not enter prices here');
  const shown = await say('quote add 118.5 USD/kg');
  expect((await press(shown, 'Leave it')).text).toContain('Nothing was stored');
});

it('a line that can’t be read says why, and echoes nothing as markup', async () => {
  const { say } = await start();
  for (const [line, reason] of [
    ['quote add soon', 'no price with currency'],
    ['quote add uranium 9000 USD/t', 'uranium'],
    ['quote add -5 USD/kg', 'minus before a number'],
    ['quote add 118 USD/kg 30 Feb', 'not a day that exists'],
    ['quote add <!channel> 118 USD/kg', 'I don’t know what'],
  ] as const) {
    const { text } = await say(line);
    expect(text).toContain('I can’t read that as a price');
    expect(text).toContain(reason);
    expect(text).not.toContain('<!');
  }
});

it('the form stores what is right, and names the field that is wrong', async () => {
  const { slack, boss, say } = await start();
  await boss.command('/nd quote', '#general');
  await slack.waitFor(() => slack.openViews(boss)[0]);
  // Nothing is chosen before somebody chooses, and every metal can be.
  await expect(boss.submitView({})).rejects.toThrow('"Of what" is empty');
  const chosen = { metal: 'ndpr', form: 'oxide', unit: 'CNY/t' };
  await expect(boss.submitView({ ...chosen, metal: 'zirconium' })).rejects.toThrow('"Price, or its low end"');
  await boss.submitView({ ...chosen, low: 'cheap' });
  expect(slack.openViews(boss)[0]).toMatchObject({ callback_id: 'quote:form' });
  await boss.submitView({
    low: '553000',
    high: '557000',
    vat: 'included',
    terms: 'ex-works',
    place: 'China',
  });
  await slack.waitFor(() => JSON.stringify(slack.openViews(boss)[0]).includes('Stored: '));
  expect((await say('price ndpr')).text).toContain('CN¥553,000 to CN¥557,000/t, as of 24 Nov, today’s');
});

it('a feed’s prices answer, converted step by step where that is asked', async () => {
  const { say } = await start(GOOD);
  const { text } = await say('price ndpr in USD/kg without VAT');
  expect(text).toContain('NdPr oxide: $69.91 to $70.42/kg');
  expect(text).toContain('without 13 % VAT (China): CN¥489,381 to CN¥492,920/t');
  expect(text).toContain('per kg instead of per t: CN¥489.38 to CN¥492.92/kg');
  expect(text).toContain('at 7.0000 CNY a USD (Treasury, 18 Nov 2026)');
  expect((await say('price ndpr in euros')).text).toContain(
    'It stays as it is quoted: Treasury has no rate from CNY to EUR',
  );
});

it('one price by hand answers what it is now, and leaves days that it has nothing of to the feed', async () => {
  const { say, press } = await start(GOOD);
  await press(await say('quote add NdPr oxide 560k CNY/t ex-works China incl. VAT 23 Nov'), 'Store it');
  expect((await say('price ndpr')).text).toContain('NdPr oxide: CN¥560,000/t, as of 23 Nov');
  const { text } = await say('price ndpr 18 Nov to 20 Nov');
  expect(text).toContain('CN¥550,000 to CN¥554,000/t');
  expect(text).not.toContain('no quote');
  expect((await say('what was ndpr on 19 Nov')).text).toContain('19 Nov 2026: CN¥550,000 to CN¥554,000/t');
  expect((await say('price ndpr last 30 days')).text).toContain('2 days with a quote');
  expect((await say('average ndpr quote')).text).toContain('2 days with a quote');
  // Without days, and not of quotes in so many words, it is the mean of the years that there are figures of.
  expect((await say('average ndpr price')).text).toContain('mean price 2021 to 2025: $83/kg');
});

it('a price 50 times yesterday’s is held, not published, until an admin says that it is right', async () => {
  const { say, press, feedSays, buyer } = await start(GOOD);
  await feedSays(`${GOOD}2026-11-23,27650000,27850000\n`);
  expect((await say('price ndpr')).text).toContain('CN¥553,000');
  const seen = await say('feeds', buyer);
  expect(seen.text).toContain('Held: ndpr oxide, 23 Nov 2026: CN¥27,650,000');
  expect(JSON.stringify(seen.blocks)).not.toContain('publish');
  const held = await say('feeds');
  expect((await press(held, 'It is right: publish')).text).toContain('Published: ');
  expect((await press(held, 'Reject')).text).toContain('decided already');
  expect((await say('price ndpr')).text).toContain('CN¥27,650,000 to CN¥27,850,000/t');
});

it('a feed that fails leaves the old price; /nd feeds says what is wrong, and when it is tried next', async () => {
  const { say, feedSays } = await start(GOOD);
  await feedSays(`${GOOD}2026-11-22,nothing,1\n`);
  const { text } = await say('feeds');
  expect(text).toContain('SMM sheet: last good 24 Nov 13:00 UTC, 2 rows, 1 rejected');
  expect(text).toContain('row 4: low “nothing” is not a number');
  expect(text).toContain('next try 24 Nov 14:00 UTC');
});

it('a quote goes stale, and then is the price no more', async () => {
  const { say, feedSays } = await start(GOOD);
  await feedSays(GOOD, 24 * 8);
  expect((await say('price ndpr')).text).toContain('This quote is 12 days old: more than the 7 days');
  await feedSays(GOOD, 24 * 60);
  const { text } = await say('price ndpr');
  expect(text).toContain('NdPr oxide: no price for today');
  expect(text).toContain('The last quote was CN¥553,000 to CN¥557,000/t');
});

it('a file of the prices comes to whoever asks for one alone, and to the channel where the answer is shared', async () => {
  const { slack, say, buyer } = await start(GOOD, { scopes: ['files:write'] });
  const fileIn = (place: string) =>
    slack.waitFor(() =>
      slack.messagesIn(place, { visibleTo: buyer }).findLast(({ files }) => files.length > 0),
    );
  const { text } = await say('price ndpr last 30 days csv', buyer);
  expect(text).toContain('CN¥553,000');
  const [id = ''] = (await fileIn('dm:Buyer')).files;
  const file = slack.workspace.files.get(id);
  expect(file?.name).toBe('ndpr-oxide-2026-11-24.csv');
  const [heading, ...rows] = Buffer.from(file?.bytes ?? '')
    .toString()
    .trimEnd()
    .split('\n');
  expect(heading).toContain('date,metal,form,purity');
  expect(rows.map((row) => row.slice(0, 10))).toEqual(['2026-11-19', '2026-11-20']);
  expect(rows[1]).toContain('ndpr,oxide,99.5 %,ex-works,China,included,CNY,t,553000,557000,no,smm,,,1');
  expect(slack.messagesIn('#general').some(({ files }) => files.length > 0)).toBe(false);
  await slack.waitFor(() =>
    slack
      .messagesIn('#general', { visibleTo: buyer })
      .find((message) => message.text === 'ndpr-oxide-2026-11-24.csv is in your direct messages with me.'),
  );
  await say('price ndpr last 30 days csv share', buyer);
  expect((await fileIn('#general')).files).toHaveLength(1);
});

it('admins hear once of a feed that fails, once of a price that is held, and again only after it was good', async () => {
  const { slack, boss, feedSays } = await start(GOOD, { admins: ['Boss'] });
  const heard = () => slack.messagesIn('dm:Boss', { visibleTo: boss }).map(({ text }) => text);
  const hears = async (count: number) => {
    await expect.poll(() => heard().length, { timeout: 10_000 }).toBe(count);
    return heard().at(-1);
  };
  await feedSays('<html>Please sign in</html>');
  expect(await hears(1)).toBe(
    'The feed *SMM sheet* failed: it is a web page, not a table. The old prices stand. It is tried again by its schedule; you hear of it again only after it was good. `/nd feeds` has the details.',
  );
  await feedSays('');
  await feedSays(`${GOOD}2026-11-23,27650000,27850000\n`);
  expect(await hears(2)).toContain('gave a price that is held: ndpr oxide of 2026-11-23, 50 times apart');
  await feedSays(`${GOOD}2026-11-23,27650000,27850000\n`);
  await feedSays('');
  expect(await hears(3)).toContain('failed: it is empty');
});

it('an alert on a change comes when the feed’s next price makes it', async () => {
  const { slack, say, boss, feedSays } = await start(
    `${HEAD}2026-11-13,500000,500000\n2026-11-20,505000,505000\n`,
  );
  expect((await say('alert change 5% week ndpr oxide')).text).toContain(
    'The alert is set: NdPr: a change of 5 % or more within 7 days (oxide)',
  );
  expect((await say('alert list')).text).toContain('NdPr: a change of 5 % or more');
  await feedSays(`${HEAD}2026-11-13,500000,500000\n2026-11-20,505000,505000\n2026-11-23,540000,540000\n`);
  const message = await slack.waitFor(() =>
    slack
      .messagesIn('dm:Boss', { visibleTo: boss })
      .find(({ text }) => text.includes('NdPr oxide is up since 20 Nov:')),
  );
  expect(message.text).toContain('+6.9 %, now CN¥540,000/t (23 Nov), from CN¥505,000/t');
  expect(message.text).toContain('Your alert was for a change of 5 % or more within 7 days');
});

it('a feed of more rows than are read fails by the name of the limit, and its old prices stand', async () => {
  const { say, feedSays } = await start(GOOD);
  // Empty rows: such as are rejected, one by one, are tried in ../feeds/limits.test.ts.
  await feedSays(`${HEAD}2026-11-23,560000,561000\n${',,\n'.repeat(50_000)}`);
  const { text } = await say('price ndpr');
  expect(text).toContain('CN¥553,000 to CN¥557,000');
  expect(text).not.toContain('560,000');
  expect((await say('feeds')).text).toContain('more than 50,000 rows, the most that are read at once');
});
