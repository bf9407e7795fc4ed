/** The tools as an assistant calls them: what they say is right, typed, and whole; what is not there is said; and a bad call can be mended. */
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { answerSchema, type AnswerJson } from '#src/api/schemas/answer.ts';
import { ask } from '#src/domain/asking/ask.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { catalog } from '../lodestone.ts';
import { badlyAnswered } from './bad-calls.ts';
import { linkedTo, wordsOf } from './linked.ts';

let linked: Awaited<ReturnType<typeof linkedTo>>;
beforeAll(async () => {
  linked = await linkedTo();
});
afterAll(() => linked.close());

const call = async (name: string, given: Record<string, unknown>) =>
  await linked.client.callTool({ name, arguments: given });
const structured = z.record(z.string(), z.unknown());
const answerOf = async (name: string, given: Record<string, unknown>): Promise<AnswerJson> =>
  answerSchema.parse({ request: null, ...structured.parse((await call(name, given)).structuredContent) });

it('offers eight tools at most, each with a description, schemas, and the word that it only looks', async () => {
  const { tools } = await linked.client.listTools();
  expect(tools.map(({ name }) => name)).toEqual([
    'ask',
    'get_series',
    'compare',
    'cost',
    'convert',
    'check_sources',
    'list_materials',
    'draw_chart',
  ]);
  const faults = tools.flatMap(
    ({ name, description = '', title, inputSchema, outputSchema, annotations }) => {
      const described = z.record(z.string(), z.object({ description: z.string().min(5) }));
      const whole =
        description.length > 150 &&
        title !== undefined &&
        outputSchema?.['properties'] !== undefined &&
        annotations?.readOnlyHint === true &&
        described.safeParse(pick(inputSchema, ['question', 'material', 'search', 'show', 'metric'])).success;
      return whole ? [] : [name];
    },
  );
  expect(faults).toEqual([]);
});

it('turns schemas into JSON once, however many servers there are: over HTTP there is one a request', async () => {
  // Whatever is turned into JSON Schema is looked up there for its descriptions.
  const converted = vi.spyOn(z.globalRegistry, 'get');
  onTestFinished(() => converted.mockRestore());
  z.toJSONSchema(answerSchema);
  expect(converted).toHaveBeenCalled();
  converted.mockClear();
  const another = await linkedTo();
  await another.client.callTool({ name: 'ask', arguments: { question: 'neodymium price 2024' } });
  await another.client.callTool({ name: 'draw_chart', arguments: { materials: ['neodymium'] } });
  await another.close();
  expect(converted).not.toHaveBeenCalled();
});

/** Of a schema's properties, those of these names. */
const pick = ({ properties = {} }: { readonly properties?: object | undefined }, names: readonly string[]) =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));

it('gets a series with each point, and says what there is where none fits', async () => {
  const found = await call('get_series', { material: 'Dy', from: '2024' });
  expect(found.structuredContent).toMatchObject({
    outcome: 'answer',
    material: 'dysprosium',
    series: [
      {
        unit: 'USD/kg',
        source: 'USGS',
        points: [
          { period: '2024', low: 257, high: 257, firmness: null },
          { period: '2025', low: 239, firmness: 'estimated' },
        ],
      },
    ],
  });
  const country = await call('get_series', { material: 'cobalt', metric: 'production', place: 'DRC' });
  expect(country.structuredContent).toMatchObject({
    outcome: 'answer',
    series: [{ place: 'Congo (Kinshasa)', points: [{ period: '2024' }, { period: '2025', low: 230_000 }] }],
  });
  const late = await call('get_series', { material: 'neodymium', from: '2031' });
  expect(late.isError ?? false).toBe(false);
  expect(late.structuredContent).toMatchObject({
    outcome: 'none',
    series: [],
    instead: expect.arrayContaining([expect.objectContaining({ source: 'USGS', from: '2020', to: '2025' })]),
  });
  const strange = await call('get_series', { material: 'unobtainium' });
  expect(strange.structuredContent).toMatchObject({ outcome: 'none', material: null, series: [] });
});

const seriesOf = z.object({
  outcome: z.string(),
  text: z.string(),
  cautions: z.array(z.string()),
  series: z.array(z.object({ basis: z.string() })),
});

const get = async (material: string, more = {}) =>
  seriesOf.parse((await call('get_series', { material, ...more })).structuredContent);

it('gives the series of the form that a name states, and says what of a name it did not use', async () => {
  const oxide = await get('neodymium oxide');
  expect(oxide.series.length).toBeGreaterThan(0);
  for (const { basis } of oxide.series) expect(basis).toContain('oxide');
  const sulfate = await get('cobalt sulfate');
  expect([sulfate.outcome, sulfate.series]).toEqual(['none', []]);
  expect(sulfate.text).toContain('no price of Cobalt that is sulfate');
  expect((await get('neodymium magnets')).cautions).toEqual([
    '“neodymium magnets” holds Neodymium: these are figures of it, and not of “neodymium magnets”.',
  ]);
  expect((await get('neodimium')).cautions).toEqual(['“neodimium” was read as “neodymium”.']);
  expect((await get('cobalt in 2024')).cautions).toEqual(['I did not use: 2024.']);
  expect((await get('cobalt sulfate', { metric: 'production' })).cautions).toEqual([
    'I did not use: sulfate.',
  ]);
  // Its own names are no forms of it.
  expect((await get('iron oxide pigments')).series.length).toBeGreaterThan(0);
  expect((await get('soda ash')).cautions).toEqual([]);
  expect((await get('copper', { place: 'Atlantis', metric: 'production' })).text).toContain('in “Atlantis”');
});

it.each([
  ['cost', { items: [{ material: 'cobalt sulfate', amount: 100, unit: 'kg' }] }, 'sulfate'],
  ['cost', { items: [{ material: 'neodymium oxide 99.9 %', amount: 100, unit: 'kg' }] }, '99.9 %'],
  ['compare', { materials: ['cobalt sulfate', 'nickel'] }, 'sulfate'],
  ['draw_chart', { materials: ['cobalt sulfate'] }, 'sulfate'],
  ['check_sources', { material: 'cobalt', claimed_percent: 74 }, '74 %'],
] as const)('%s says what it did not use of %j', async (name, given, words) => {
  const { text, unused } = await answerOf(name, given);
  const said = ['No price here is said to be of', 'I did not use:'].map((before) => `${before} ${words}.`);
  expect(said.some((line) => text.includes(line))).toBe(true);
  expect(unused).toEqual([words]);
});

it('compares on one basis, and names what it has nothing on', async () => {
  const both = await answerOf('compare', { materials: ['neodymium', 'terbium'], from: '2022', to: '2023' });
  expect(both.text).toContain('Terbium is 16.67 times neodymium');
  const years = await answerOf('compare', { materials: ['cobalt'], from: '2022', to: '2024' });
  expect(years.text).toContain('-45.5 %');
  const places = await answerOf('compare', {
    materials: ['cobalt'],
    metric: 'production',
    places: ['DRC', 'Russia', 'Atlantis'],
  });
  expect(places.text).toContain('230,000 t');
  expect(places.text).toContain('Atlantis');
  const half = await answerOf('compare', { materials: ['neodymium', 'unobtainium'] });
  expect(half.text).toContain('I have nothing on unobtainium');
  const forms = await answerOf('compare', { materials: ['neodymium oxide', 'nickel'] });
  expect(forms.text).toContain('I have no price of nickel as oxide.');
  // The comparison calls it lithium, and its figures are of carbonate.
  const carbonate = await answerOf('compare', { materials: ['lithium carbonate', 'nickel'] });
  expect([carbonate.text.includes('said to be of'), carbonate.text.includes('$9,000/t')]).toEqual([
    false,
    true,
  ]);
});

/** Materials whose sources print unlike each other. */
const MATERIALS =
  'neodymium terbium NdPr lithium cobalt gold silver platinum tungsten copper nickel zinc tin graphite helium gallium cement phosphate potash diamond steel scandium'.split(
    ' ',
  );
/** An answer, without what may be asked next. */
const figuresIn = (text: string): string =>
  text.split(/\n\n(?:You could ask next|What you can ask):/)[0] ?? '';

it.each(MATERIALS)('says of %s what the terminal says of the same in words', async (material) => {
  const order = { items: [{ material, amount: 100, unit: 'kg' }] };
  const same = [
    ['cost', order, `what do 100 kg of ${material} cost`],
    ['cost', { ...order, period: '2024' }, `what do 100 kg of ${material} cost in 2024`],
    ['compare', { materials: [material, 'lead'] }, `compare ${material} and lead price`],
    [
      'compare',
      { materials: [material, 'lead'], metric: 'production' },
      `compare ${material} and lead production`,
    ],
    [
      'compare',
      { materials: [material], from: '2022', to: '2024' },
      `compare ${material} price 2022 and 2024`,
    ],
    ['draw_chart', { materials: [material] }, `chart of ${material} price`],
  ] as const;
  for (const [name, given, question] of same) {
    const { text } = await answerOf(name, given);
    expect({ question, text: figuresIn(text) }).toEqual({
      question,
      text: figuresIn(renderPlainText(ask(question, catalog, { now: new Date('2026-11-23T12:00:00Z') }))),
    });
  }
});

it('takes a material’s own name for no form of it', async () => {
  const pigments = await answerOf('draw_chart', { materials: ['Iron oxide pigments'] });
  expect(pigments.outcome).toBe('answer');
  const ores = await answerOf('compare', { materials: ['Iron ore', 'lithium'], metric: 'production' });
  expect(ores.unused).toEqual([]);
});

it('adds up an order, a range as a range', async () => {
  const order = await answerOf('cost', {
    items: [
      { material: 'neodymium oxide', amount: 250, unit: 'kg' },
      { material: 'Dy', amount: 40, to: 50, unit: 'kg' },
    ],
  });
  // 250 x 73 + 40..50 x 239
  expect(order.text).toContain('$27,810 to $30,200');
  expect(order.figures.map(({ low, unit, source }) => [low, unit, source])).toContainEqual([
    239,
    'USD/kg',
    'USGS',
  ]);
  const year = await answerOf('cost', {
    items: [{ material: 'neodymium oxide', amount: 250, unit: 'kg' }],
    period: '2023',
  });
  expect(year.text).toContain('$19,500');
  const magnets = await answerOf('cost', { items: [{ material: 'NdFeB magnets', amount: 2, unit: 't' }] });
  expect(magnets.text).toContain('534 kg');
});

it('converts step by step as far as it can, and says what it can’t', async () => {
  const given = {
    material: 'NdPr oxide',
    price: 565,
    currency: 'CNY',
    per: 'kg',
    vat: 'included',
    place: 'China',
  };
  const vat = [{ place: 'China', percent: 13, since: '2019-04-01' }];
  const rates = {
    source: 'ECB',
    base: 'EUR',
    days: [{ date: '2026-11-20', perBase: { USD: 1, CNY: 8 } }],
    maxAgeDays: 7,
  } as const;
  const rich = await linkedTo({ ratesSince: async () => ({ rates, vat, materials: catalog.materials }) });
  const wanted = { currency: 'USD', per: 't', vat: 'excluded' };
  const whole = await rich.client.callTool({ name: 'convert', arguments: { ...given, wanted } });
  expect(whole.structuredContent).toMatchObject({
    outcome: 'answer',
    material: 'ndpr',
    steps: [
      { kind: 'VAT', by: 'without 13 % VAT (China)', to: { low: 500, unit: 'CNY/kg' } },
      { kind: 'unit', to: { low: 500_000, unit: 'CNY/t' } },
      { kind: 'currency', by: 'at 8.0000 CNY a USD (ECB, 20 Nov 2026)', to: { low: 62_500, unit: 'USD/t' } },
    ],
    to: { low: 62_500, high: 62_500, unit: 'USD/t' },
    missing: [],
  });
  await rich.close();
  const poor = await call('convert', { ...given, wanted });
  expect(poor.isError ?? false).toBe(false);
  expect(poor.structuredContent).toMatchObject({
    outcome: 'none',
    steps: [{ kind: 'unit' }],
    missing: ['no VAT rate is set up for China', 'no exchange rates are set up (CNY to USD)'],
  });
  const sulfate = await call('convert', {
    ...given,
    material: 'cobalt sulfate 20.5 %',
    wanted: { per: 't' },
  });
  expect(sulfate.structuredContent).toMatchObject({
    from: { basis: expect.stringContaining('sulfate') },
    cautions: ['I did not use: 20.5 %.'],
  });
  const metal = await call('convert', { ...given, wanted: { form: 'metal' } });
  expect(wordsOf(metal)).toContain('a price of oxide can’t be turned into one of metal');
});

it('says where sources disagree', async () => {
  const { text, sources } = await answerOf('check_sources', { material: 'neodymium', metric: 'price' });
  expect(text).toContain('the sources on neodymium do not all agree');
  expect(sources).toContain('USGS MCS 2026');
  // Without claims to be checked, prices of one year stand beside each other.
  const gold = await answerOf('check_sources', { material: 'gold' });
  expect(gold.text).toMatch(/Price in 2025: \$[\d,]+\/troy oz, World Bank Pink Sheet/);
  expect(gold.text).toMatch(/USGS MCS 2026 has \$[\d,]+\/troy oz .*The two (?:agree|sources disagree)\./);
  const claim = await answerOf('check_sources', { material: 'neodymium', claimed_percent: 80 });
  expect(claim.text).toMatch(/claim of over 80 %/);
});

it('lists what there is by name, symbol, family and metric', async () => {
  const idsOf = async (search?: string) =>
    z
      .object({ materials: z.array(z.object({ id: z.string() })) })
      .parse((await call('list_materials', search === undefined ? {} : { search })).structuredContent)
      .materials.map(({ id }) => id);
  expect((await idsOf()).length).toBe(catalog.materials.length);
  expect(await idsOf('Dy')).toEqual(['dysprosium']);
  expect(await idsOf('neodimium')).toEqual(['neodymium']);
  expect(await idsOf('battery metals')).toContain('cobalt');
  expect(await idsOf('reserves')).toContain('lithium');
  expect((await call('list_materials', { search: 'zzz' })).structuredContent).toMatchObject({
    outcome: 'none',
  });
});

it('draws, with the figures beside the picture', async () => {
  const png = Buffer.from('89504e47', 'hex');
  const subjects: unknown[] = [];
  const drawing = await linkedTo({
    draw: async (subject) => {
      subjects.push(subject);
      return { png, title: 'Title', altText: 'Alt', url: 'https://bot.example.com/chart/x.png' };
    },
  });
  const drawn = await drawing.client.callTool({
    name: 'draw_chart',
    arguments: { materials: ['neodymium', 'terbium'], from: '2021', to: '2023' },
  });
  expect(subjects).toEqual([
    { kind: 'compare-metals', metals: ['neodymium', 'terbium'], from: 2021, to: 2023 },
  ]);
  expect(drawn.content).toContainEqual({
    type: 'image',
    data: png.toString('base64'),
    mimeType: 'image/png',
  });
  expect(wordsOf(drawn)).toContain('https://bot.example.com/chart/x.png');
  expect(drawn.structuredContent).toMatchObject({ chart: { title: 'Title', altText: 'Alt' } });
  await drawing.client.callTool({
    name: 'draw_chart',
    arguments: { materials: ['cobalt'], show: 'countries' },
  });
  await drawing.client.callTool({
    name: 'draw_chart',
    arguments: { materials: ['neodymium'], show: 'sectors', from: '2025' },
  });
  await drawing.client.callTool({
    name: 'draw_chart',
    arguments: { materials: ['neodymium'], show: 'production' },
  });
  expect(subjects.slice(1)).toMatchObject([
    { kind: 'countries', metal: 'cobalt', year: 2025 },
    { kind: 'sectors', metal: 'neodymium', year: 2025 },
    { kind: 'production', metal: 'neodymium' },
  ]);
  await drawing.close();
  const without = await call('draw_chart', { materials: ['neodymium'] });
  expect(without.structuredContent).toMatchObject({ chart: null, outcome: 'answer' });
});

it('helps to mend each bad call', async () => {
  expect(await badlyAnswered(linked.client)).toEqual([]);
});

it('tells nobody what broke inside', async () => {
  const broken = await linkedTo({
    bookFor: async () => {
      throw new Error('password of the database: hunter2');
    },
  });
  const result = await broken.client.callTool({ name: 'ask', arguments: { question: 'neodymium price' } });
  expect(result.isError).toBe(true);
  expect(wordsOf(result)).toBe('This failed here, for no fault of the call. Ask again in a while.');
  expect(String(broken.errors[0])).toContain('hunter2');
  await broken.close();
});

it('draws nothing for whoever has given up', async () => {
  const asked = Promise.withResolvers<void>();
  const fetched = Promise.withResolvers<undefined>();
  const drawn: unknown[] = [];
  const slow = await linkedTo({
    bookFor: () => {
      asked.resolve();
      return fetched.promise;
    },
    draw: async (subject) => {
      drawn.push(subject);
      return undefined;
    },
  });
  const patience = new AbortController();
  const waiting = slow.client.callTool(
    { name: 'draw_chart', arguments: { materials: ['neodymium'] } },
    { signal: patience.signal },
  );
  await asked.promise;
  patience.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  fetched.resolve(undefined);
  // It goes on answering.
  await slow.client.callTool({ name: 'list_materials', arguments: { search: 'Nd' } });
  expect(drawn).toEqual([]);
  await slow.close();
});

it('hands out packs and entries of the FAQ whole, and three jobs as prompts', async () => {
  const { client } = linked;
  const { resources } = await client.listResources();
  expect(resources.filter(({ uri }) => uri.startsWith('lodestone://pack/'))).toHaveLength(
    catalog.metals.length,
  );
  expect(resources.filter(({ uri }) => uri.startsWith('lodestone://faq/'))).toHaveLength(catalog.faq.length);
  const textContents = z.object({ contents: z.tuple([z.object({ text: z.string() })]) });
  const pack = textContents.parse(await client.readResource({ uri: 'lodestone://pack/dysprosium' }));
  expect(z.object({ id: z.literal('dysprosium') }).parse(JSON.parse(pack.contents[0].text)).id).toBe(
    'dysprosium',
  );
  for (const { entry } of catalog.faq) {
    const faq = textContents.parse(await client.readResource({ uri: `lodestone://faq/${entry.id}` }));
    expect(faq.contents[0].text).toContain(entry.question);
    expect(faq.contents[0].text).not.toContain('{{');
  }
  await expect(client.readResource({ uri: 'lodestone://pack/unobtainium' })).rejects.toThrow(
    /no pack "unobtainium"/,
  );
  const { prompts } = await client.listPrompts();
  expect(prompts.map(({ name }) => name)).toEqual(['price_brief', 'order_budget', 'source_check']);
  const { tools } = await client.listTools();
  const jobs = [
    { name: 'price_brief', arguments: { material: 'neodymium' } },
    { name: 'order_budget', arguments: { order: '250 kg neodymium oxide', year: '2025' } },
    { name: 'source_check', arguments: { material: 'neodymium' } },
  ];
  for (const job of jobs) {
    const { messages } = await client.getPrompt(job);
    const words = wordsOf({ content: messages.map(({ content }) => content) });
    // A tool that it names is one that there is.
    const named = [...words.matchAll(/\(([a-z_]+)\)/g)].map(([, tool = '']) => tool);
    expect(named.length).toBeGreaterThan(1);
    expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
  }
  const { completion } = await client.complete({
    ref: { type: 'ref/prompt', name: 'price_brief' },
    argument: { name: 'material', value: 'dyspr' },
  });
  expect(completion.values).toEqual(['Dysprosium']);
});
