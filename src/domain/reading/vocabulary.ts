/** The phrases that the grammar knows, those of the data files among them, and how to find them in a question. */
import FIRMNESS from './words/asks/firmness.json' with { type: 'json' };
import SAID_FAMILIES from './words/things/family-words.json' with { type: 'json' };
import PRICE_TERMS from './words/asks/price-terms.json' with { type: 'json' };
import { useWordsOf } from './words/things/end-uses.ts';
import { chemistriesOf } from './amounts/energy.ts';
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import { ASK_PHRASES, REASON_PHRASES, SOURCE_PHRASES, TALK_PHRASES } from './words/asks/ask-words.ts';
import {
  FOREIGN_COMPANIES,
  FOREIGN_SENSES,
  FOREIGN_THINGS,
  OTHER_QUESTIONS,
  SECURITIES,
  USES,
} from './words/things/foreign-words.ts';
import {
  LOOSE_METRIC_PHRASES,
  METRIC_PHRASES,
  USE_PHRASES,
  WEAK_METRIC_PHRASES,
} from './words/asks/metric-words.ts';
import { exchangesOf, marketsOf, priceWords, tableWords } from '#src/domain/series/table-words.ts';
import { collectNames, HAN, type NamePhrase, type ShortName } from './subjects/names.ts';
import { PLACES } from './subjects/places.ts';
import { REGION_WORDS } from './words/things/regions.ts';

/** What a phrase says: `kind` is a cue ("metric", "change", "metal"), `id` what of that kind. */
interface Tag {
  readonly kind: string;
  readonly id: string;
}

export interface Hit extends Tag {
  readonly from: number;
  /** Index after its last token. */
  readonly to: number;
}

export interface Phrase {
  readonly words: readonly string[];
  readonly tags: readonly Tag[];
}

export interface Vocabulary {
  /** By first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Symbols and names of three letters or fewer, which only count in company. */
  readonly shortNames: ReadonlyMap<string, ShortName>;
  /** Names of metals that are everyday words too. */
  readonly everyday: ReadonlySet<string>;
  /** Of the metals that have shares of uses, the words that name these. */
  readonly useWords: ReadonlyMap<string, ReadonlySet<string>>;
  /** The words that tell the prices of each metal apart. */
  readonly facets: ReadonlyMap<string, ReadonlySet<string>>;
  /** The metals of which a source tells what is won from scrap. */
  readonly secondary: ReadonlySet<string>;
  /** The metals of which a source tells how much is consumed. */
  readonly consumed: ReadonlySet<string>;
  /** The places by which the prices of each metal are told apart. */
  readonly markets: ReadonlyMap<string, ReadonlySet<string>>;
  /** The name by which each of them is called in full, where it is one word. */
  readonly fullNames: ReadonlyMap<string, string>;
  /** Every word of every phrase. */
  readonly words: ReadonlySet<string>;
  /** Words that a misspelling may be mended to, with how readily: names of data files 3, metrics 2, the rest 1. */
  readonly mendable: ReadonlyMap<string, number>;
  /** Names and words that are written without spaces, each as a word of its own. */
  readonly unspaced: RegExp;
}

const FAMILY_WORDS: Readonly<Record<string, readonly string[] | undefined>> = SAID_FAMILIES;

/** By weight: how long a word must be before anything is mended to it. Short general words have too many neighbours. */
const SHORTEST_MENDED = [Infinity, 7, 5, 5] as const;

/** A part of a sector: its words mostly speak of something else, so they stay in the other lists too. */
function isPart({ kind }: NamePhrase): boolean {
  return kind === 'part';
}

/** "A forecast or an actual", in either order, with an article or without. */
function firmnessPhrases(): readonly string[] {
  const { expected, happened } = FIRMNESS;
  return expected.flatMap((one) =>
    happened.flatMap((other) =>
      [
        [one, other],
        [other, one],
      ].flatMap(([first, second]) => ['', 'a ', 'an '].map((article) => `${first} or ${article}${second}`)),
    ),
  );
}

/** Builds the vocabulary of the general words and the names of all metals, sectors, countries and products. */
export function buildVocabulary(catalog: MetalCatalog): Vocabulary {
  const byText = new Map<string, Tag[]>();
  const mendable = new Map<string, number>();
  const add = (kind: string, id: string, phrases: Iterable<string>, weight: 0 | 1 | 2 | 3 = 0) => {
    for (const phrase of phrases) {
      const text = phrase.trim().replaceAll(/\s+/gu, ' ');
      if (text === '') continue;
      const tags = byText.get(text);
      if (tags === undefined) byText.set(text, [{ kind, id }]);
      else if (!tags.some((tag) => tag.kind === kind && tag.id === id)) tags.push({ kind, id });
      if (weight === 0) continue;
      for (const word of text.split(' ')) {
        if (word.length >= SHORTEST_MENDED[weight])
          mendable.set(word, Math.max(mendable.get(word) ?? 0, weight));
      }
    }
  };
  const names = collectNames(catalog);
  // Countries are many and near to one another: a slip in one is mended, two are not.
  for (const name of names.phrases)
    if (!isPart(name)) add(name.kind, name.id, [name.text], name.kind === 'country' ? 2 : 3);
  const own = new Set(byText.keys());
  for (const name of names.phrases.filter(isPart)) add(name.kind, name.id, [name.text]);
  for (const [id, list] of Object.entries(METRIC_PHRASES)) add('metric', id, list.split(','), 2);
  add('end use', 'end-use', USE_PHRASES.split(','));
  for (const [id, list] of Object.entries(WEAK_METRIC_PHRASES)) add('weak', id, list.split(','));
  for (const [id, list] of Object.entries(LOOSE_METRIC_PHRASES)) add('loose', id, list.split(','));
  for (const [kind, list] of Object.entries(ASK_PHRASES)) {
    const asked = list.split(',');
    add(kind, kind, asked, 1);
    // "price increase" asks for a change, and of which metric.
    add(
      'metric',
      'price',
      asked.filter((phrase) => /\bprices?\b/u.test(phrase)),
    );
    // "most expensive" is of a price, where nothing else is measured.
    add(
      'weak',
      'price',
      asked.filter((phrase) => /expensive|cheap|costl|pric(?:ier|iest)|dearest/u.test(phrase)),
    );
  }
  add('firmness', 'firmness', firmnessPhrases());
  for (const [kind, list] of Object.entries(SOURCE_PHRASES)) add(kind, kind, list.split(','), 1);
  for (const [kind, list] of Object.entries(TALK_PHRASES)) add(kind, kind, list.split(','));
  const byCountry = TALK_PHRASES['all countries'].split(',');
  add(
    'metric',
    'production',
    byCountry.filter((phrase) => /\bmine|\bproduc/u.test(phrase)),
  );
  add('reason', 'reason', REASON_PHRASES.split(','));
  const exchanges = exchangesOf(catalog.metals);
  for (const exchange of exchanges) add('facet', 'facet', [exchange]);
  // Every answer names its source.
  add('facet', 'facet', PRICE_TERMS.published);
  // On whose costs a price is: only prices have such terms.
  add('terms', 'terms', PRICE_TERMS.terms);
  // What tells the tables of a pack apart; a word that means something else already keeps that meaning alone.
  for (const word of tableWords(catalog.metals)) if (!byText.has(word)) add('facet', 'facet', [word]);
  const families = new Set(catalog.metals.flatMap((metal) => metal.families));
  for (const family of families)
    add(
      'family',
      family,
      [family.toLowerCase(), ...(FAMILY_WORDS[family] ?? [])].filter((name) => !byText.has(name)),
      3,
    );
  for (const chemistry of chemistriesOf(catalog.metals))
    if (!byText.has(chemistry)) add('chemistry', 'chemistry', [chemistry]);
  const notOurs = (phrases: readonly string[]) => phrases.filter((phrase) => !own.has(phrase));
  add('thing', 'thing', notOurs(FOREIGN_THINGS));
  add('company', 'company', notOurs(FOREIGN_COMPANIES));
  add('sense', 'sense', notOurs(FOREIGN_SENSES));
  add('security', 'security', SECURITIES);
  add(
    'place-name',
    'place-name',
    notOurs([...PLACES, ...REGION_WORDS.keys()]).filter((place) => !exchanges.has(place)),
  );
  add('other', 'other', notOurs(OTHER_QUESTIONS));
  add('use', 'use', notOurs(USES));
  const useWords = new Map(
    catalog.metals
      .filter(({ tables }) => tables.some(({ metric }) => metric === 'end-use'))
      .map((metal) => [metal.id, useWordsOf(metal)] as const),
  );
  const phrases = Map.groupBy(
    [...byText].map(([text, tags]): Phrase => ({ words: text.split(' '), tags })),
    ({ words }) => words[0] ?? '',
  );
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const words = new Set([...byText.keys()].flatMap((text) => text.split(' ')));
  for (const name of names.short.keys()) words.add(name);
  const han = [
    ...PRICE_TERMS.unspaced,
    ...names.phrases.map(({ text }) => text).filter((text) => HAN.test(text)),
  ];
  const unspaced = new RegExp(han.toSorted((a, b) => b.length - a.length).join('|'), 'gu');
  return {
    phrases,
    shortNames: names.short,
    everyday: names.everyday,
    useWords,
    facets: new Map(catalog.metals.map((metal) => [metal.id, priceWords(metal)])),
    secondary: idsOf(catalog, ({ stage }) => stage === 'secondary'),
    consumed: idsOf(catalog, ({ metric }) => metric === 'consumption'),
    markets: new Map(catalog.metals.map((metal) => [metal.id, marketsOf(metal)])),
    fullNames: fullNamesOf(names.phrases),
    words,
    mendable,
    unspaced,
  };
}

/** The metals that have such a table. */
const idsOf = (
  { metals }: MetalCatalog,
  is: (table: MetalCatalog['metals'][number]['tables'][number]) => boolean,
): ReadonlySet<string> => new Set(metals.filter(({ tables }) => tables.some(is)).map(({ id }) => id));

function fullNamesOf(names: readonly NamePhrase[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { kind, id, text } of names)
    if (kind === 'metal' && !found.has(id) && /^\p{L}{4,}$/u.test(text)) found.set(id, text);
  return found;
}
