/** Alerts over what happens to them while nobody looks: another process's import, a restore, rows of an older version, a post left out. */
import { expect, onTestFinished, test } from 'vitest';
import { exactly } from '#src/domain/measure/figure.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { importQuotes } from '#src/quotes/import-quotes.ts';
import { openStore } from '#src/storage/database/database.ts';
import { insertAlert, listAlerts } from '#src/storage/alerts.ts';
import { quote } from '../../../pure/domain/quotes/sample-quotes.ts';
import { startLodestone, TODAY } from '../../lodestone.ts';
import { alertOf, ruleOf } from '../../storage/rows.ts';
import { newPlace, openFor } from '../../storage/stores.ts';
import { newMarket } from './alert-market.ts';

const FIRST = Date.parse('2026-06-01T09:00:00Z');
const DAY = 86_400_000;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

const until = async (look: () => Promise<unknown>, wanted: readonly object[]) =>
  await expect.poll(look, { timeout: 15_000, interval: 20 }).toMatchObject(wanted);

async function startApp() {
  const place = await newPlace();
  const store = await openStore({ ...place, as: 'bot' });
  let at = TODAY.getTime();
  const lodestone = await startLodestone({ deps: { store, lookMs: 20, now: () => new Date(at) } });
  onTestFinished(() => lodestone.stop());
  // As a command has it: a connection of its own.
  const beside = await openFor(place, 'terminal');
  const { slack } = lodestone;
  const buyer = slack.user('Buyer');
  return {
    slack,
    buyer,
    store,
    team: slack.workspace.team.id,
    /** Lets time pass until something is there. */
    passing: async <T>(look: () => T | undefined): Promise<T> => {
      const timer = setInterval(() => {
        at += 1000;
        lodestone.wake();
      }, 50);
      try {
        return await slack.waitFor(look);
      } finally {
        clearInterval(timer);
      }
    },
    command: (line: string) => slack.answerTo(() => buyer.command(line, '#general')),
    import: async (price: number, more: object = {}) =>
      await importQuotes(beside, [quote({ date: day(TODAY.getTime()), range: exactly(price), ...more })], {
        team: EVERYBODY,
        now: TODAY.getTime(),
      }),
  };
}

test('what another process imports is looked at soon, though nobody tells of it', async () => {
  const { slack, command, import: bring } = await startApp();
  await bring(590_000, { date: day(TODAY.getTime() - DAY) });
  await command('/nd alert above 600000 CNY/t ndpr here');
  await bring(600_000.2);
  const { text } = await slack.waitFor(() =>
    slack.messagesIn('#general').find((m) => m.text.includes('above')),
  );
  expect(text).toContain('NdPr oxide is above your threshold: CN¥600,000.20/t');
});

test('an alert of an older version is given its series, said in the list, and watches no other', async () => {
  const { slack, command, import: bring, store, team, buyer } = await startApp();
  const works = { terms: 'ex-works', vat: 'included' } as const;
  await bring(580_000, works);
  await bring(900_000, { terms: 'fob', vat: 'excluded', date: day(TODAY.getTime() - DAY) });
  const row = alertOf({
    team,
    owner: buyer.id,
    channel: buyer.id,
    rule: ruleOf('above 600000 CNY/t ndpr'),
  });
  await insertAlert(store.db, { ...row, state: 'fired', firedCount: 1, firedAt: TODAY.getTime() - DAY });
  await until(() => listAlerts(store.db, team), [{ state: 'armed', series: expect.any(String) }]);
  const list = JSON.stringify((await command('/nd alert list')).blocks);
  expect(list).toContain('ex works China, VAT included, in CNY per t');
  expect(list).toContain('Armed');
  await bring(901_000, { terms: 'fob', vat: 'excluded' });
  await bring(601_000, works);
  const { text } = await slack.waitFor(() => slack.messagesIn('dm:Buyer')[0]);
  expect(text).toContain('is above your threshold: CN¥601,000/t');
});

test('a firing that was left out is sent by hand with what it fired on, and has come then', async () => {
  const { slack, command, import: bring, passing, store, team, buyer } = await startApp();
  await bring(590_000, { date: day(TODAY.getTime() - DAY) });
  await command('/nd alert above 600000 CNY/t ndpr here');
  // The channel's history can't be read: it is left out, rather than posted twice.
  slack.faults.fail('chat.postMessage', { status: 500 });
  await bring(601_000);
  const told = await passing(() =>
    slack.messagesIn('dm:Buyer').find(({ text }) => text.includes('may have been made, or not')),
  );
  expect(slack.messagesIn('#general').filter(({ text }) => text.includes('601,000'))).toEqual([]);
  expect(await listAlerts(store.db, team)).toMatchObject([{ state: 'armed', firedAt: null }]);
  await bring(595_000, { date: day(TODAY.getTime() + DAY) });
  await buyer.press(told, 'Send now');
  const { text } = await slack.waitFor(() =>
    slack.messagesIn('#general').find((m) => m.text.includes('601,000')),
  );
  expect(text).toContain('NdPr oxide was above your threshold: CN¥601,000/t on 24 Nov');
  expect(text).toContain('Now: CN¥595,000/t');
  const again = await slack.answerTo(() => buyer.press(told, 'Send now'));
  expect(again.text).toBe('It was sent already.');
  // Between the threshold and what it must come back to: it has fired, and waits.
  await until(() => listAlerts(store.db, team), [{ state: 'fired' }]);
  await bring(602_000, { date: day(TODAY.getTime() + DAY) });
  await slack.settled();
  expect(slack.messagesIn('#general').filter(({ text: said }) => said.includes('602,000'))).toEqual([]);
});

test.each([
  ['the price of before', 610_000],
  ['another price', 620_000],
])(
  'after a restore an alert fires on %s, finds the message of before, and goes on from it',
  async (_, price) => {
    const clock = { at: FIRST };
    const market = await newMarket(clock);
    await market.put({}, day(FIRST), exactly(590_000));
    const alert = await market.setUp('above 600000 CNY/t ndpr');
    await market.check();
    const backup = await market.backUp();
    clock.at += 3_600_000;
    await market.put({}, day(clock.at), exactly(610_000));
    await market.check();
    await market.deliver();
    expect(market.posted()).toHaveLength(1);

    clock.at += 3_600_000;
    await market.restore(backup);
    expect(await market.kept(alert)).toMatchObject({ state: 'armed', firedCount: 0 });
    await market.put({}, day(clock.at), exactly(price));
    await market.check();
    await market.deliver();
    expect(market.posted()).toHaveLength(1);
    expect(await market.kept(alert)).toMatchObject({ state: 'fired', firedCount: 1 });
    expect((await market.kept(alert))?.firedAt).not.toBeNull();

    // What fires from now on is news.
    for (const next of [580_000, 611_000]) {
      clock.at += DAY;
      await market.put({}, day(clock.at), exactly(next));
      await market.check();
      await market.deliver();
    }
    expect(market.posted().map(({ text }) => /CN¥[\d,]+/.exec(text)?.[0])).toEqual([
      'CN¥610,000',
      'CN¥611,000',
    ]);
    expect(await market.kept(alert)).toMatchObject({ state: 'fired', firedCount: 2 });
  },
);
