/** Digests and alerts of quotes, over the wire: what is entered by hand comes in a digest, and makes an alert fire. */
import { afterEach, expect, it } from 'vitest';
import type { Message } from 'local-slack';
import { loadQuoted } from '#src/app/quoted.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions, readQuoteOptions } from '#src/platform/settings/config.ts';
import { startLodestone, type Lodestone } from '../lodestone.ts';

/** Tuesday 24 November 2026, 12:00 in London; the clock goes by, and can be moved. */
const START = Date.parse('2026-11-24T12:00:00Z');
const DAY = 86_400_000;
const HOUR = DAY / 24;

let lodestone: Lodestone;
afterEach(() => lodestone.stop());

/** Figures of a few metals only, as who runs it may have them: NdPr is not among them, and has quotes alone. */
async function fewFigures() {
  const catalog = await loadCatalog({ ...readDataOptions({}), dataDir: 'tests/pure/packs' });
  return {
    catalog,
    quoted: await loadQuoted({ ...readQuoteOptions({}), feedsFile: '/no/such/feeds.json' }, catalog),
  };
}

async function start(given: Partial<Awaited<ReturnType<typeof fewFigures>>> = {}) {
  let offset = START - Date.now();
  const now = () => Date.now() + offset;
  lodestone = await startLodestone({
    now,
    people: [{ name: 'Boss', tz: 'Europe/London', admin: true }],
    channels: [{ name: 'general' }],
    deps: { ...given, now: () => new Date(now()) },
  });
  const { slack } = lodestone;
  const boss = slack.user('Boss');
  const say = (line: string) => slack.answerTo(() => boss.command(`/nd ${line}`, '#general'));
  const press = (message: Message, which: string) => slack.answerTo(() => boss.press(message, which));
  return {
    slack,
    boss,
    say,
    quote: async (...lines: readonly string[]) => {
      for (const line of lines) {
        const stored = await press(await say(`quote add ${line}`), 'Store it');
        expect(stored.text).toContain('Stored: ');
      }
    },
    pass: (ms: number) => {
      offset += ms;
      lodestone.wake();
    },
    /** The post that comes once so much time has passed. */
    next: async (ms: number, where = 'general'): Promise<string> => {
      const before = slack.messagesIn(where).length;
      offset += ms;
      lodestone.wake();
      await slack.waitFor(() => slack.messagesIn(where).length > before);
      await slack.settled();
      return slack.messagesIn(where).at(-1)?.text ?? '';
    },
  };
}

const OXIDE = 'CNY/t ex-works China incl. VAT';

it('a digest of NdPr has the newest quote, its age and source, the change since the last one and over 12 months', async () => {
  const { say, quote, pass, next } = await start();
  await quote(`NdPr oxide 420000 ${OXIDE} 27 Nov 2025`);
  await quote(`NdPr oxide 540k ${OXIDE} 20 Nov 2026`, `NdPr oxide 553-557k ${OXIDE} 24 Nov 2026`);
  const set = await say('digest weekly mon 9:00 ndpr oxide and nd');
  expect(set.text).toContain('every Monday at 09:00 (Europe/London)');
  expect(set.text).toContain(': NdPr and neodymium.');
  expect(set.text).toContain('It has each form that is quoted');
  const first = await next(6 * DAY - 3 * HOUR);
  expect(first).toContain('NdPr oxide: CN¥553,000 to CN¥557,000/t, as of 24 Nov, 6 days old');
  expect(first).toContain('Over 12 months, since 27 Nov 2025 (CN¥420,000/t): +31.7 % to +32.6 %');
  expect(first).toContain('Ex works China, VAT included');
  expect(first).toContain('Entered by hand');
  expect(first).toContain('$115 to $140/kg');

  pass(5 * DAY);
  await quote(`NdPr oxide 580000 ${OXIDE} 4 Dec 2026`);
  const second = await next(2 * DAY);
  expect(second).toMatch(
    /^\*Digest of NdPr and neodymium\* · every Monday at 09:00 \(Europe\/London\) · set up by <@U/,
  );
  expect(second).toMatch(
    /NdPr oxide: CN¥580,000\/t on 4 Dec; since the last digest \+4.1 % to \+4.9 % .*; no quote of a month ago on this basis\. [▁-█]{4} 4 quotes since 27 Nov 2025/,
  );
  expect(second).toMatch(/\nSince your last digest \(Mon 30 Nov\)/);
  expect(second).toContain(
    'NdPr oxide quote, 4 Dec: CN¥580,000/t; on 24 Nov it was CN¥553,000 to CN¥557,000/t: +4.1 % to +4.9 %',
  );

  // A quote of another day, and the same price: nothing has changed.
  pass(5 * DAY);
  await quote(`NdPr oxide 580000 ${OXIDE} 11 Dec 2026`);
  expect(await next(2 * DAY)).toContain(
    'Nothing has changed since your last digest (Mon 7 Dec) for NdPr and neodymium.',
  );

  // Another basis is another figure: it is not set beside the one before.
  pass(5 * DAY);
  await quote('NdPr oxide 71 USD/kg FOB China excl. VAT 18 Dec 2026');
  const other = await next(2 * DAY);
  expect(other).toContain(
    'NdPr oxide quote (Entered by hand; FOB China, VAT excluded), 18 Dec: $71/kg, the first of its source and basis, so there is nothing to compare it with.',
  );
  expect(other).toContain('Nothing to compare it with over 12 months');

  // Two bases, and one of them moved: it is compared with itself, also over the turn of the year.
  await next(7 * DAY);
  pass(6 * DAY);
  await quote(`NdPr oxide 590000 ${OXIDE} 2 Jan 2027`);
  const both = await next(DAY);
  expect(both).toContain(
    'NdPr oxide quote (Entered by hand; ex works China, VAT included), 2 Jan: CN¥590,000/t; on 11 Dec 2026 it was CN¥580,000/t: +1.7 %',
  );

  expect(both).toContain('Within 12 months, quotes on this basis go back to 20 Nov 2026 only (CN¥540,000/t)');

  // All too old: it says so once.
  const dead = await next(56 * DAY);
  expect(dead).toContain(
    'NdPr: the quote of the last digest (CN¥590,000/t, 2 Jan 2027) is too old to be the price',
  );
  expect(dead).toContain('NdPr oxide: no price for today');
  expect(await next(7 * DAY)).toContain('Nothing has changed');
});

it('what nobody has quoted yet is said to be missing, and the form offers it with a preview', async () => {
  const { slack, boss, say, next } = await start(await fewFigures());
  expect((await say('digest daily 9:00 NdPr')).text).toContain(': NdPr.');
  expect(await next(DAY)).toContain('NdPr: no quote yet');
  expect((await say('digest daily 9:00 unobtainium')).text).toContain('I don’t know “unobtainium”');
  await boss.command('/nd digest', '#general');
  const opened = await slack.waitFor(() => slack.openViews(boss)[0]);
  await boss.select(opened, 'digest:choose:metals', ['ndpr']);
  const chosen = await slack.waitFor(() => slack.openViews(boss).find((v) => v.hash !== opened.hash));
  expect(JSON.stringify(chosen.blocks)).toContain('NdPr: no quote yet');
});

it('what nobody has quoted yet comes with the figure of its year, and that there is no price of the day', async () => {
  const { say, next } = await start();
  expect((await say('digest daily 9:00 NdPr')).text).toContain(': NdPr.');
  const digest = await next(DAY);
  expect(digest).toContain('NdPr oxide, 99 % minimum, 2025: $69/kg (estimate)');
  expect(digest).toContain('I have no price for today');
});

it('a digest of metals without a time is the form with them', async () => {
  const { slack, boss } = await start();
  await boss.command('/nd digest ndpr', '#general');
  const opened = await slack.waitFor(() => slack.openViews(boss)[0]);
  expect(JSON.stringify(opened.blocks)).toContain('NdPr oxide, 99 % minimum, 2025: ');
});

it('an alert without a unit on what has quotes alone asks for the unit', async () => {
  const { say } = await start(await fewFigures());
  expect((await say('alert above 140 ndpr')).text).toContain('NdPr has quotes only. Say in which unit');
});

it('an alert in a currency that the quotes can’t be converted to is refused, with the quoted unit to say it in', async () => {
  const { say, quote } = await start();
  await quote(`NdPr oxide 553-557k ${OXIDE} 24 Nov 2026`);
  const said = await say('alert above 75 USD/kg ndpr');
  expect(said.text).toContain('No alert is set');
  expect(said.text).toContain('no exchange rates are set up (CNY to USD)');
  expect(said.text).toContain('CN¥553,000 to CN¥557,000/t');
  expect(said.text).toContain('`/nd alert above 557000 CNY/t ndpr`');
  expect((await say('alert list')).text).not.toContain('NdPr');
});

it('an alert on a quote that there is none of yet says so, is not judged by the year, and fires when it comes', async () => {
  const { slack, boss, say, quote } = await start();
  const set = await say('alert above 60 USD/kg');
  expect(set.text).toContain('Neodymium: a quote above $60/kg');
  expect(set.text).toContain('There is no such quote yet: it is looked at when one comes.');
  await slack.settled();
  expect(slack.messagesIn('dm:Boss')).toEqual([]);
  expect(set.text).toContain('Only quotes in USD can be held against it: no exchange rates are set up.');
  // Another unit is not that one, and its owner hears of it once.
  await quote(`Nd oxide 600k ${OXIDE} 24 Nov 2026`);
  const told = await slack.waitFor(() => slack.messagesIn('dm:Boss')[0]);
  expect(told.text).toContain('CN¥600,000/t on 24 Nov');
  expect(told.text).toContain('can’t be held against it: no exchange rates are set up (CNY to USD)');
  expect((await say('alert list')).text).toContain('a quote above $60/kg');
  await quote('Nd oxide 70 USD/kg FOB China excl. VAT 23 Nov 2026');
  const { text } = await slack.waitFor(() => slack.messagesIn('dm:Boss')[1]);
  expect(text).toContain('Neodymium oxide is above your threshold: $70/kg on 23 Nov');
  // The basis of the quote that it fired on, not of the newer one in yuan.
  expect(text).toContain('FOB China, VAT excluded');
  expect(text).not.toMatch(/600,000|ex works/i);
  expect((await say('alert list')).text).toContain(`to <@${boss.id}>`);
});

it('a bare threshold watches the year’s figure, and the quote in dollars once there is one; both are said', async () => {
  const { slack, say, quote } = await start();
  const set = await say('alert above 150');
  expect(set.text).toContain('Now: $115 to $140/kg in 2026 (projection)');
  expect(set.text).toContain('Watched: the year’s figure, and quotes in dollars once there are any.');
  const named = await say('alert below 60 report');
  expect(named.text).toContain('Watched: the year’s figure of the report only, not quotes');
  await quote('Nd metal 160 USD/kg FOB China excl. VAT 23 Nov 2026');
  const { text } = await slack.waitFor(() => slack.messagesIn('dm:Boss')[0]);
  expect(text).toContain('Neodymium metal is above $150/kg: $160/kg on 23 Nov');
  const again = await say('alert range 100-155 leaves');
  expect(again.text).toContain('Now: $160/kg on 23 Nov (metal, FOB China, VAT excluded)');
  expect(again.text).toContain('Watched: the newest quote in dollars.');
  expect(again.text).toContain('comes now');
  await slack.waitFor(() => slack.messagesIn('dm:Boss').length === 2);
  expect(slack.messagesIn('dm:Boss')[1]?.text).toContain('Neodymium metal is outside $100 to $155/kg');
  await slack.settled();
  expect(slack.messagesIn('dm:Boss')).toHaveLength(2);
});

it('a change within a week, an alert that a digest finds near, and NdPr without a unit', async () => {
  const { slack, say, quote, next } = await start();
  // Without a unit it watches what there is: the year's figure, in dollars.
  const bare = await say('alert above 140 ndpr');
  expect(bare.text).toContain('Now: $69/kg in 2025 (estimate)');
  expect(bare.text).toContain('For quotes in yuan, say so: `above 600000 CNY/t ndpr`');
  await quote(`NdPr oxide 500k ${OXIDE} 17 Nov 2026`);
  const set = await say('alert change 5% week ndpr');
  expect(set.text).toContain('NdPr: a change of 5 % or more within 7 days');
  expect((await say('alert above 520000 CNY/t ndpr here')).text).toContain('Now: CN¥500,000/t on 17 Nov');
  await say('digest daily 9:00 ndpr');
  expect(await next(DAY)).toContain(
    'NdPr is at CN¥500,000/t on 17 Nov (oxide, ex works China, VAT included); the alert is for a quote above CN¥520,000/t.',
  );
  await quote(`NdPr oxide 530k ${OXIDE} 24 Nov 2026`);
  const { text } = await slack.waitFor(() => slack.messagesIn('dm:Boss')[0]);
  expect(text).toContain('NdPr oxide is up since 17 Nov: +6 %, now CN¥530,000/t (24 Nov)');
  await slack.waitFor(() => slack.messagesIn('general').some((m) => m.text.includes('above your threshold')));
});
