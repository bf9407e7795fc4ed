/** Charts of quotes over the wire, by each way: found in the store, drawn on the answer's basis, and shown to nobody else. */
import { afterEach, expect, it } from 'vitest';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { signedChartUrl } from '#src/charts/signature.ts';
import { importQuotes } from '#src/quotes/import-quotes.ts';
import { MANUAL, type ReadQuote } from '#src/domain/series/quote.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import type { ReadyCharts } from '#src/app/pictures.ts';
import type { Message } from 'local-slack';
import { openStore } from '#src/storage/database/database.ts';
import { seriesId } from '#src/storage/store-quotes.ts';
import { quote } from '../../pure/domain/quotes/sample-quotes.ts';
import { newPlace } from '../storage/stores.ts';
import { quoted, startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';

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
  let offset = TODAY.getTime() - Date.now();
  const now = () => Date.now() + offset;
  const deps = { charts, store, quoted: { ...quoted, settings }, now: () => new Date(now()) };
  const people = [{ name: 'Boss', admin: true, tz: 'Europe/London' }];
  lodestone = await startLodestone({ deps, people, now, manifest: buildManifest(COMMANDS, scopes) });
  const { slack } = lodestone;
  const boss = slack.user('Boss');
  return {
    slack,
    store,
    boss,
    /** The direct message with these words, once it is there. */
    told: (words: string) =>
      slack.waitFor(() =>
        slack.messagesIn('dm:Boss', { visibleTo: boss }).find(({ text }) => text.includes(words)),
      ),
    pass: (ms: number) => {
      offset += ms;
      lodestone.wake();
    },
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

it('shows the chart at once where one is asked for', async () => {
  const { ask, say } = await start(SELF);
  const drawn: Record<string, string> = {};
  const wanted = {
    'chart of ndpr oxide last 12 months': '22 Sep 2026 to 20 Nov 2026',
    'chart of ndpr quotes': '22 Sep 2026 to 20 Nov 2026',
    'chart ndpr oxide price since 1 Nov': '1 Nov 2026 to 20 Nov 2026',
    'graph of ndpr oxide quotes in October': '1 Oct 2026 to 31 Oct 2026',
    'plot the spot price of ndpr': '22 Sep 2026 to 20 Nov 2026',
  };
  for (const question of Object.keys(wanted))
    drawn[question] = /quotes in CNY per t, (.*?)\./.exec(altIn(await ask(question)))?.[1] ?? 'nothing';
  expect(drawn).toEqual(wanted);
  expect(altIn(await say('chart ndpr 12 months'))).toContain('NdPr oxide quotes');
  // Of what has figures of years, a chart without days is of those.
  expect(altIn(await ask('chart of ndpr'))).toContain('2021 to 2025');
});

it('makes a chart of the question before it', async () => {
  const { slack, boss } = await start(SELF);
  const dm = (text: string) => slack.answerTo(() => boss.dm(text));
  expect((await dm('ndpr oxide price last 30 days in CNY/kg')).text).toContain('CN¥553');
  expect(altIn(await dm('as a chart'))).toContain('quotes in CNY per kg, 26 Oct 2026 to 20 Nov 2026');
});

it('draws on the basis that the answer shows, and says which', async () => {
  const { ask, say, press } = await start(SELF);
  const answer = await ask('chart of ndpr last 30 days in USD/kg without VAT');
  expect(answer.text).toContain('$69.91 to $70.42/kg');
  expect(addressIn(answer)).toContain('/USD.kg.excluded.png?');
  const pressed = await press(await say('price ndpr last 30 days in USD/kg without VAT'), 'Chart');
  expect(addressIn(pressed)).toBe(addressIn(answer));
  expect(altIn(answer)).toContain('quotes in USD per kg');
  expect(altIn(answer)).toContain('$69.91–70.42/kg on 20 Nov 2026');
});

it('a new price gives a new address; an address of another edition shows what there is, for minutes', async () => {
  const { ask, store } = await start(SELF);
  const etagOf = async (address: string) => (await get(address)).headers.get('etag');
  const days = { from: '2026-11-01', to: '2026-11-24' };
  const stale = signedChartUrl(
    { kind: 'quotes', series: seriesId('', quote()), ...days },
    { ...SELF, edition: '00000000' },
  );
  const before = addressIn(await ask('chart of ndpr 30 days'));
  const [first, shown] = [await etagOf(before), await etagOf(stale)];
  await importQuotes(store, [quote({ date: '2026-11-23', range: { low: 560_000, high: 560_000 } })], {
    team: EVERYBODY,
    now: 1,
  });
  const after = addressIn(await ask('chart of ndpr 30 days'));
  expect(after).not.toBe(before);
  expect(await etagOf(after)).not.toBe(first);
  // Drawn before the price came, and kept by its address.
  expect(await etagOf(before)).toBe(first);
  expect(await etagOf(stale)).not.toBe(shown);
  expect((await get(stale)).headers.get('cache-control')).toBe('public, max-age=300');
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

it('draws prices entered by hand for their own workspace, and an alert’s threshold across them', async () => {
  const { say, press, store, slack, told } = await start(SELF);
  const by = { source: MANUAL, purity: '' };
  await importQuotes(store, history(60, by), { team: slack.workspace.team.id, now: 0 });
  expect((await say('alert above 560000 CNY/t ndpr oxide')).text).toContain('The alert is set');
  const line = 'quote add NdPr oxide 561-563k CNY/t ex-works China incl. VAT 23 Nov';
  await press(await say(line), 'Store it');
  const message = await told('NdPr oxide is above your threshold');
  expect(addressIn(message)).toContain('/2026-08-26/2026-11-24/above-560000.png?');
  expect(altIn(message)).toContain('A dashed line marks the alert above CN¥560,000/t.');
  expect((await get(addressIn(message))).status).toBe(200);
});

it('an alert on a band is drawn with both of its ends', async () => {
  const { say, press, told } = await start(SELF);
  await press(await say('quote add Nd metal 160 USD/kg FOB China excl. VAT 23 Nov'), 'Store it');
  expect((await say('alert range 100-155 leaves')).text).toContain('comes now');
  const message = await told('Neodymium metal is outside $100 to $155/kg');
  expect(addressIn(message)).toContain('/leaves-100_155.png?');
  expect(altIn(message)).toContain('Dashed lines mark the alert outside $100–155/kg.');
  expect((await get(addressIn(message))).status).toBe(200);
});

it('an alert in another unit is drawn in its own', async () => {
  const { say, press, told } = await start(SELF);
  // The newest series is the one that an alert watches: what is entered by hand is another than the feed's.
  const enter = async (price: string) =>
    await press(
      await say(`quote add NdPr oxide ${price} CNY/t ex-works China incl. VAT 99 % 23 Nov`),
      'Store it',
    );
  await enter('560k');
  await say('alert below 500 CNY/kg ndpr oxide');
  await enter('490k');
  const message = await told('NdPr oxide is below your threshold');
  expect(addressIn(message)).toContain('/kg/below-500.png?');
  expect(altIn(message)).toContain('quote of NdPr oxide in CNY per kg: CN¥490/kg on 23 Nov 2026.');
});

it('a digest of what is quoted has its chart', async () => {
  const { say, slack, pass } = await start(SELF);
  expect((await say('digest daily 9:00 ndpr')).text).toContain('NdPr');
  const before = slack.messagesIn('general').length;
  pass(86_400_000);
  await slack.waitFor(() => slack.messagesIn('general').length > before);
  await slack.settled();
  const digest = slack.messagesIn('general').at(-1);
  if (digest === undefined) throw new Error('no digest');
  expect(altIn(digest)).toContain('NdPr oxide quotes in CNY per t, 22 Sep 2026 to 20 Nov 2026');
  expect((await get(addressIn(digest))).status).toBe(200);
});

it('CHARTS=link with an own server: the prices are in the link to it', async () => {
  const { ask } = await start({ way: 'link', host: 'charts.internal:3400' });
  const address = addressIn(await ask('chart of ndpr last 30 days'));
  expect(address.length).toBeLessThan(3000);
  const url = new URL(address);
  expect(url.host).toBe('charts.internal:3400');
  expect(JSON.parse(url.searchParams.get('c') ?? '')).toMatchObject({
    data: { datasets: [{ label: 'midpoint' }, { label: 'lowest' }, { label: 'highest' }] },
  });
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
