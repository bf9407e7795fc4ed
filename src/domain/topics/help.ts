/** What Lodestone can do, told from the catalog: nothing is promised that the data lacks. */
import type { Line, Suggestion } from '#src/domain/answer.ts';
import type { HelpOn } from '#src/domain/reading/asked/help-on.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Need } from '#src/domain/reading/need.ts';
import { metalOf, type MetalCatalog } from '#src/domain/series/figures.ts';
import { remembering } from '#src/domain/series/packs/with-tables.ts';
import { pricesOf, ANY_PRICE } from './price/prices.ts';
import { sectorTracks } from './sectors/sector-tracks.ts';
import HELP_ON from './help-on.json' with { type: 'json' };
import {
  listInWords,
  makePart,
  metalsInWords,
  sourceName,
  yearsInWords,
  type Topic,
  type TopicResult,
} from './topic.ts';

/** One thing that can be asked, and an example of it. */
interface Ability {
  readonly what: string;
  readonly example: string;
  /** The example as data. */
  readonly need: Need;
}

/** What can be asked about the default metal, with examples that do have an answer. */
const abilitiesOf = (catalog: MetalCatalog): readonly Ability[] =>
  abilities(catalog, '', () => listAbilities(catalog));

const abilities = remembering<readonly Ability[]>();

function listAbilities(catalog: MetalCatalog): readonly Ability[] {
  const metal = metalOf(catalog, catalog.defaultMetal);
  const { main } = pricesOf(metal, ANY_PRICE);
  const [first, last] = [main?.years[0], main?.years.at(-1)];
  if (main === undefined || first === undefined || last === undefined) return [];
  const settled = main.years.findLast((y) => main.at(y)?.quantity.firmness !== 'projected') ?? last;
  const others = catalog.metals.filter((m) => m.kind === 'element' && m !== metal);
  const other = others.find((m) => m.group === metal.group) ?? others[0];
  const all: Ability[] = [
    {
      what: 'Prices of a year or over years',
      example: `price in ${settled - 1}`,
      need: { metrics: ['price'], years: [settled - 1] },
    },
    {
      what: 'Changes, as a range',
      example: `how much did it rise from ${first} to ${settled}?`,
      need: { intent: 'change', span: { from: first, to: settled } },
    },
    {
      what: 'What an amount costs',
      example: `what do 320 kg cost in ${settled}?`,
      need: {
        intent: 'cost',
        metrics: ['price'],
        years: [settled],
        amounts: [{ value: { low: 320, high: 320 }, unit: 'kg' }],
      },
    },
  ];
  if (sectorTracks(metal).length > 1)
    all.push({
      what: 'Who uses it, by sector',
      example: `breakdown by sector ${settled}`,
      need: { metrics: ['share'], years: [settled] },
    });
  all.push({
    what: 'Production and supply',
    example: `production ${settled}`,
    need: { metrics: ['production'], years: [settled] },
  });
  if (catalog.metals.some((m) => m.countries.length > 0))
    all.push({
      what: 'Countries',
      example: 'top producing countries',
      need: { metrics: ['production'], allCountries: true },
    });
  if (other !== undefined)
    all.push({
      what: 'Other metals',
      example: `${other.name.toLowerCase()} price`,
      need: { metals: [other.id], metrics: ['price'] },
    });
  all.push({
    what: 'Why, and where it comes from',
    example: 'do the sources agree?',
    need: { intent: 'sources', verify: true },
  });
  return all;
}

/** The examples as choices to press. */
export function exampleSuggestions(catalog: MetalCatalog, limit?: number): Suggestion[] {
  return abilitiesOf(catalog)
    .slice(0, limit)
    .map(({ example, need }) => ({ label: example, ask: example, need }));
}

/** What there is data on: "I have neodymium, dysprosium ...; prices 2021 to 2026". */
export const coverage = (catalog: MetalCatalog): Line =>
  coverages(catalog.metals, catalog.defaultMetal, () => coverageOf(catalog));

const coverages = remembering<Line>();

function coverageOf(catalog: MetalCatalog): Line {
  const metal = metalOf(catalog, catalog.defaultMetal);
  const { main } = pricesOf(metal, ANY_PRICE);
  const years =
    main === undefined ? '' : ` (${metal.name.toLowerCase()} prices: ${yearsInWords(main.years)})`;
  return [`I have yearly figures for ${metalsInWords(catalog.metals)}${years}.`];
}

/** "Which metals do you know": by name, and not by family alone. */
const namesOf = ({ metals }: MetalCatalog): Line => [`${listInWords(metals.map(({ name }) => name))}.`];

/** Each source's years of prices of the default metal, and how far the oldest of all figures goes back. */
function yearsOf(catalog: MetalCatalog): readonly Line[] {
  const metal = metalOf(catalog, catalog.defaultMetal);
  const { main, others } = pricesOf(metal, ANY_PRICE);
  const tracks = [...(main === undefined ? [] : [main]), ...others];
  const first = catalog.metals.flatMap((one) => pricesOf(one, ANY_PRICE).main?.years[0] ?? []);
  return [
    ...tracks.map((track): Line => {
      const figure = track.at(track.years.at(-1) ?? 0);
      const whose = figure === undefined ? track.label : sourceName(figure);
      return [`${metal.name} prices, ${whose}: ${yearsInWords(track.years)}.`];
    }),
    [`Other commodities begin in another year; the oldest prices are of ${Math.min(...first)}.`],
  ];
}

/** When the sources of the default metal are of. */
const datesOf = (catalog: MetalCatalog): readonly Line[] =>
  Object.values(metalOf(catalog, catalog.defaultMetal).sources)
    .filter(({ edition, sells }) => edition !== undefined || sells !== undefined)
    .map(({ publisher, title, dated }): Line => [`${publisher}, ${title}: ${dated}.`]);

/** What is told from the catalog beside what is said of a topic. */
function fromCatalog(on: HelpOn, catalog: MetalCatalog): readonly Line[] {
  if (on === 'years') return yearsOf(catalog);
  if (on === 'updates') return datesOf(catalog);
  return on === 'coverage' ? [namesOf(catalog)] : [];
}

/** Help on one thing: alerts, digests, own prices. */
function helpOn(on: HelpOn, catalog: MetalCatalog): TopicResult {
  const { says, more } = HELP_ON[on];
  const body = [...fromCatalog(on, catalog), ...more.map((line): Line => [line])];
  const part = makePart('help', { headline: [{ strong: [says] }], body });
  return { found: true, part, suggestions: exampleSuggestions(catalog, 3) };
}

export const answerHelp: Topic = ({ catalog, question }) =>
  question.helpOn === undefined ? helpOnAll(catalog, question) : helpOn(question.helpOn, catalog);

const helpOnAll = (catalog: MetalCatalog, question: Question): TopicResult => ({
  found: true,
  part: makePart('help', {
    headline: [{ strong: ['Ask me about metal prices, production, sectors and supply.'] }],
    body: [
      coverage(catalog),
      ...(/\b(?:metals|minerals|commodities|elements)\b/iu.test(question.text) ? [namesOf(catalog)] : []),
      ...abilitiesOf(catalog).map(({ what, example }): Line => [`• ${what}: “${example}”`]),
    ],
    cautions: [['Every figure names its source, and says when it is a range, an estimate or a projection.']],
    citations: [],
    chart: undefined,
  }),
  suggestions: exampleSuggestions(catalog, 3),
});
