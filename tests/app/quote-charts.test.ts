/** Charts of quotes over the wire, by each way: found in the store, drawn on the answer's basis, and shown to nobody else. */
import { afterEach, expect, it } from 'vitest';
import { EVERYBODY } from '#src/domain/quotes/quote-store.ts';
import { signedChartUrl } from '#src/charts/signature.ts';
import { importQuotes } from '#src/delivery/quotes/import-quotes.ts';
import type { ReadQuote } from '#src/domain/quote.ts';
import { addDays } from '#src/domain/quotes/dates.ts';
import { parseFeedSettings } from '#src/feeds/feed-settings.ts';
import { buildManifest } from '#src/listeners/manifest.ts';
import type { ReadyCharts } from '#src/pictures.ts';
import type { Message } from '#src/playground/wire-types.ts';
import { openStore } from '#src/storage/database.ts';
import { seriesId } from '#src/storage/quotes.ts';
import { quote } from '../domain/quotes/sample-quotes.ts';
import { newPlace } from '../storage/stores.ts';
import { commands, quoted, startLodestone, type Lodestone } from './lodestone.ts';

const SELF = { way: 'self', publicUrl: 'https://bot.example.com', secret: 'a secret for tests' } as const;

let lodestone: Lodestone;
afterEach(() => lodestone.stop());

/** A price a day up to 20 November, rising by 1,000 a day. */
function history(days: number, given: Partial<ReadQuote> = {}): readonly ReadQuote[] {
  return Array.from({ length: days }, (_, i) => {
    const low = 553_000 - i * 1000;
    return quote({ date: addDays('2026-11-20', -i), range: { low, high: low + 4000 }, ...given });
  });
}

async function start(charts: ReadyCharts, scopes: readonly string[] = []) {
  const settings = parseFeedSettings(
    JSON.stringify({
      feeds: [],
      fixedRates: {
        source: 'Treasury',
        date: '2026-11-18',
        base: 'USD',
        perBase: { CNY: 7 },
        maxAgeDays: 90,
      },
    }),
    'feeds.json',
  );
  // The app closes it.
  const store = await openStore({ ...(await newPlace()), as: 'bot' });
  await importQuotes(store, history(60), { team: EVERYBODY, now: 0 });
  const deps = { charts, store, quoted: { ...quoted, settings } };
  const people = [{ name: 'Buyer' }, { name: 'Boss', admin: true }];
  lodestone = await startLodestone({ deps, people, manifest: buildManifest(commands, scopes) });
  const { slack } = lodestone;
  const boss = slack.user('Boss');
  return {
    slack,
    store,
    say: (line: string) => slack.answerTo(() => boss.command(`/nd ${line}`, '#general')),
    ask: (question: string) => slack.answerTo(() => boss.mention('#general', question)),
    press: (message: Message, button: string) => slack.answerTo(() => boss.press(message, button)),
  };
}

const imageIn = ({ blocks }: Message) => blocks.find((block) => block['type'] === 'image');
const addressIn = (message: Message) => String(imageIn(message)?.['image_url']);
const altIn = (message: Message) => String(imageIn(message)?.['alt_text']).replaceAll('\u00A0', ' ');
const get = (address: string) => fetch(address.replace(SELF.publicUrl, lodestone.url));
const hasButton = ({ blocks }: Message) => JSON.stringify(blocks).includes('answer:chart');

it('a button under an answer on days shows them, from a signed address that the store answers', async () => {
  const { say, press } = await start(SELF);
  const answer = await say('price ndpr last 30 days');
  expect(imageIn(answer)).toBeUndefined();
  const shown = await press(answer, 'Chart');
  const address = addressIn(shown);
  expect(address).toMatch(
    /^https:\/\/bot\.example\.com\/chart\/quotes\/[\w-]{16}\/2026-10-26\/2026-11-24\.png\?v=\w{8}&s=/,
  );
  expect(altIn(shown)).toContain('NdPr oxide quotes in CNY per t, 26 Oct 2026 to 20 Nov 2026');
  const picture = await get(address);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

it.each([
  ['chart of ndpr oxide last 12 months', '22 Sep 2026 to 20 Nov 2026'],
  ['chart of ndpr', '22 Sep 2026 to 20 Nov 2026'],
  ['chart ndpr oxide price since 1 Nov', '1 Nov 2026 to 20 Nov 2026'],
  ['graph of ndpr oxide quotes in October', '1 Oct 2026 to 31 Oct 2026'],
])('"%s" shows the chart at once', async (question, days) => {
  const { ask } = await start(SELF);
  const answer = await ask(question);
  expect(altIn(answer)).toContain(days);
  expect((await get(addressIn(answer))).status).toBe(200);
});

it('the command for charts takes quotes, too', async () => {
  const { say } = await start(SELF);
  expect(altIn(await say('chart ndpr 12 months'))).toContain('NdPr oxide quotes');
});

it('draws on the basis that the answer shows, and says which', async () => {
  const { ask } = await start(SELF);
  const answer = await ask('chart of ndpr last 30 days in USD/kg without VAT');
  expect(answer.text).toContain('$69.91 to $70.42/kg');
  expect(addressIn(answer)).toContain('/USD.kg.excluded.png?');
  expect(altIn(answer)).toContain('quotes in USD per kg');
  expect(altIn(answer)).toContain('$69.91–70.42/kg on 20 Nov 2026');
});

it('a new price gives a new address; what an old one shows is kept for minutes', async () => {
  const { ask, store } = await start(SELF);
  const before = addressIn(await ask('chart of ndpr 30 days'));
  const first = await get(before);
  await importQuotes(store, [quote({ date: '2026-11-23', range: { low: 560_000, high: 560_000 } })], {
    team: EVERYBODY,
    now: 1,
  });
  const after = addressIn(await ask('chart of ndpr 30 days'));
  expect(after).not.toBe(before);
  expect((await get(after)).headers.get('etag')).not.toBe(first.headers.get('etag'));
  // Drawn before the price came, and kept by its address.
  expect((await get(before)).headers.get('etag')).toBe(first.headers.get('etag'));
  const unseen = signedChartUrl(
    { kind: 'quotes', series: seriesId('', quote()), from: '2026-11-01', to: '2026-11-24' },
    { ...SELF, edition: '00000000' },
  );
  expect((await get(unseen)).headers.get('cache-control')).toBe('public, max-age=300');
});

it('shows no series to whoever has no signed address of it', async () => {
  await start(SELF);
  const subject = {
    kind: 'quotes',
    series: seriesId('', quote()),
    from: '2026-11-01',
    to: '2026-11-24',
  } as const;
  const signed = signedChartUrl(subject, SELF);
  expect((await get(signed)).status).toBe(200);
  expect((await get(signed.replace(/s=.*/, 's='))).status).toBe(403);
  expect((await get(signed.replace('2026-11-01', '2020-11-01'))).status).toBe(403);
  expect((await get(signedChartUrl({ ...subject, series: 'another' }, SELF))).status).toBe(404);
  expect((await get(signedChartUrl({ ...subject, to: '2019-11-01' }, SELF))).status).toBe(404);
});

it('CHARTS=upload: draws and uploads it, again only where its prices have changed', async () => {
  const { ask, slack, store } = await start({ way: 'upload' }, ['files:write', 'files:read']);
  const file = async () => Object(imageIn(await ask('chart of ndpr 30 days'))?.['slack_file']).id;
  const first = await file();
  expect(slack.workspace.files.get(first)?.bytes?.toString('latin1', 1, 4)).toBe('PNG');
  expect(await file()).toBe(first);
  await importQuotes(store, [quote({ date: '2026-11-23', range: { low: 560_000, high: 560_000 } })], {
    team: EVERYBODY,
    now: 1,
  });
  expect(await file()).not.toBe(first);
});

it.each([undefined, 'quickchart.io', 'https://quickchart.io/'])(
  'CHARTS=link with the host %s: tells a public server no quote, and has no button that does nothing',
  async (host) => {
    const { say, ask } = await start({ way: 'link', host });
    const answer = await say('price ndpr last 30 days');
    expect(answer.text).toContain('CN¥553,000');
    expect(hasButton(answer)).toBe(false);
    const wanted = await ask('chart of ndpr last 30 days');
    expect(imageIn(wanted)).toBeUndefined();
    expect(wanted.text).toContain('quotes are not sent there');
  },
);

it('CHARTS=off: answers with figures, and offers no chart', async () => {
  const { say, ask } = await start({ way: 'off' });
  const answer = await say('price ndpr last 30 days');
  expect(hasButton(answer)).toBe(false);
  expect(imageIn(await ask('chart of ndpr last 30 days'))).toBeUndefined();
});
