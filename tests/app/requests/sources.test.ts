/** Alerts of sources, in words and over the wire: that they move apart, and that one brings out a new edition. */
import { afterEach, expect, it } from 'vitest';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { storeQuotes } from '#src/storage/store-quotes.ts';
import { quote } from '../../pure/domain/quotes/sample-quotes.ts';
import { catalog, quoted } from '../lodestone.ts';
import { startTalk } from './talk.ts';

let talk: Awaited<ReturnType<typeof startTalk>>;
afterEach(() => talk.lodestone.stop());

const BASIS = {
  purity: '',
  terms: 'unstated',
  vat: 'unstated',
  place: '',
  currency: 'USD',
  mass: 'kg',
} as const;

/** A price of another source, as a feed stores it. */
async function stored(source: string, date: string, price: number) {
  const { store, team } = talk;
  const quotes = [quote({ ...BASIS, source, date, range: { low: price, high: price } })];
  const request = { quotes, team, holdFactor: Number.POSITIVE_INFINITY, enteredBy: null, now: Date.now() };
  await store.db.transaction().execute((db) => storeQuotes(db, request));
}

/** What an admin stores by hand is looked at at once. */
async function byHand(price: number) {
  const { say, press, boss } = talk;
  await press(await say(`store ndpr oxide ${price} usd/kg as of today`, boss), 'Store', boss);
}

const told = (words: string) =>
  talk.slack.waitFor(() => talk.slack.messagesIn('dm:Buyer').find(({ text }) => text.includes(words)));

it('that sources move apart: not while they agree, with what each has when they do, and over when they agree again', async () => {
  talk = await startTalk({ env: { ADMIN_USERS: '' } });
  const { say, press, alerts } = talk;
  await stored('desk', '2026-11-23', 80);
  await byHand(81);
  const card = await say('alert me when the sources of ndpr are more than 5 % apart');
  expect(card.text).toContain('An alert: NdPr: sources more than 5 % apart');
  expect(card.text).toContain('1.3 % apart');
  expect((await press(card, 'Create')).text).toContain('Set up: NdPr: sources more than 5 % apart');
  expect(await alerts()).toMatchObject([{ rule: { apart: 5 }, state: 'armed' }]);
  await byHand(88);
  const message = await told('its sources are 10 % apart');
  expect(message?.text).toContain('$80/kg');
  expect(message?.text).toContain('$88/kg');
  // What it came for was corrected: the message's thread says so.
  await byHand(81);
  await told('The alert is armed again');
  expect(await alerts()).toMatchObject([{ state: 'armed', firedCount: 1 }]);
  expect((await say('show my alerts')).text).toContain('sources more than 5 % apart');
});

it('figures of years lie apart as quotes do, and where there is one source alone it is said', async () => {
  talk = await startTalk();
  const { say } = talk;
  const zinc = await say('alert me when the sources for zinc are more than 5 % apart');
  expect(zinc.text).toMatch(/Now: World Bank .* and USGS .* in 2025: 0\.1 % apart/);
  const alone = await say('alert me when the sources for terbium are more than 5 % apart');
  expect(alone.text).toContain('No two sources have a price of it on one basis');
});

it('a new edition of a source: once for each, with what it has', async () => {
  const shifting: { -readonly [K in keyof Catalog]: Catalog[K] } = { ...catalog };
  talk = await startTalk({ deps: { catalog: shifting, quoted } });
  const { say, press, alerts, slack } = talk;
  const card = await say('tell me when there is a new USGS edition for tin');
  expect(card.text).toContain('An alert: Tin: a new edition of USGS');
  expect(card.text).toContain('the newest edition is USGS MCS 2026');
  await press(card, 'Create');
  expect(await alerts()).toMatchObject([
    { rule: { edition: { publisher: 'USGS', after: 2026 } }, state: 'armed' },
  ]);
  /** The packs with the next edition of the same figures. */
  const bringOut = async (year: number) => {
    shifting.metals = shifting.metals.map((metal) =>
      metal.id === 'tin'
        ? {
            ...metal,
            sources: Object.fromEntries(
              Object.entries(metal.sources).map(([id, source]) => [
                id,
                source.editionYear === year - 1 && source.publisher === 'USGS'
                  ? { ...source, edition: `MCS ${year}`, editionYear: year }
                  : source,
              ]),
            ),
          }
        : metal,
    );
    await press(await say(`alert me if tin goes above ${90_000 + year} usd/t`), 'Create');
  };
  await bringOut(2027);
  const message = await told('USGS has a new edition');
  expect(message?.text).toContain('USGS MCS 2027');
  await bringOut(2028);
  await told('USGS MCS 2028');
  await slack.settled();
  expect((await alerts()).map(({ firedCount }) => firedCount)).toEqual([2, 0, 0]);
});
