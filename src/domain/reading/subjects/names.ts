/** The names in the data files: metals, symbols, oxides, sectors, countries and products, as people write them. */
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import { formsNamed } from '#src/domain/series/table-words.ts';
import { COUNTRY_ADJECTIVES } from './places.ts';
import { fold } from '#src/domain/reading/tokens.ts';

export interface NamePhrase {
  readonly kind: 'metal' | 'sector' | 'country' | 'product' | 'part';
  readonly id: string;
  readonly text: string;
}

export interface ShortName {
  readonly metal: string;
  /** It counts only as it is written: "In", "As", "Pt"; in small letters it is another word, or another thing's short name. */
  readonly written: string | undefined;
  /** It is also a word of some language, or a place, so it needs a market word right beside it. */
  readonly risky: boolean;
}

interface Names {
  /** Names that are everyday words too: "lead". */
  readonly everyday: ReadonlySet<string>;
  readonly phrases: readonly NamePhrase[];
  readonly short: ReadonlyMap<string, ShortName>;
}

/** Symbols and short names that are words as well. */
export const RISKY: ReadonlySet<string> = new Set(
  'la ce eu in as at be he i no o os pa mo co re us es am pr pm po ho se te ta ti si na ne ni li md mn me th er fr ra sb sc'.split(
    ' ',
  ),
);
/**
 * Symbols that count only as they are written, for in small or capital letters they are words or short for other things.
 * Those of one letter are of this kind too.
 */
export const WRITTEN: ReadonlySet<string> = new Set(
  'in as at be he no re ag al ar am au bi br ca cd co cr cs fe ga ge hf hg ir kr li mg mn mo na nb ne ni os pd pt rb rh ru sb sc se si sn sr ta te th ti tl xe zr'.split(
    ' ',
  ),
);
/** Short enough to be something else as well. */
const SHORT = 3;

/** All names of the catalog. A name that stands for two things keeps both, in the files' order. */
export function collectNames(catalog: MetalCatalog): Names {
  const phrases: NamePhrase[] = [];
  const short = new Map<string, ShortName>();
  const everyday = new Set<string>();
  const places = new Set<string>();
  const texts = new Set<string>();
  const push = (phrase: NamePhrase) => {
    phrases.push(phrase);
    texts.add(phrase.text);
  };
  const add = (kind: NamePhrase['kind'], id: string, name: string, plural = false) => {
    const text = spoken(name);
    if (text === '') return;
    push({ kind, id, text });
    if (plural && /[a-z]{3}$/u.test(text) && !text.endsWith('s')) push({ kind, id, text: `${text}s` });
  };
  const addShort = (metal: string, name: string) => {
    const text = spoken(name);
    const written = WRITTEN.has(text) || /^[a-z]$/u.test(text) ? name : undefined;
    if (!short.has(text))
      short.set(text, { metal, risky: RISKY.has(text) || written !== undefined, written });
  };
  for (const metal of catalog.metals) {
    // "Leads" and "irons" are never the metals.
    add('metal', metal.id, metal.name, metal.words.length === 0);
    for (const word of metal.words) everyday.add(spoken(word));
    // "Fuller's earth" is typed as "fullers earth" too.
    for (const form of formsNamed(metal))
      for (const name of new Set([form, form.replace(APOSTROPHE, '')])) add('metal', metal.id, name);
    for (const alias of metal.aliases) {
      if (spoken(alias).length <= SHORT && !HAN.test(alias)) addShort(metal.id, alias);
      else add('metal', metal.id, alias);
    }
    if (metal.symbol !== undefined) {
      if (metal.id === catalog.defaultMetal) add('metal', metal.id, metal.symbol);
      else addShort(metal.id, metal.symbol);
    }
    if (metal.oxide !== undefined) add('metal', metal.id, metal.oxide.formula);
    for (const sector of metal.sectors) {
      for (const name of [sector.name, ...sector.aliases]) add('sector', sector.id, name);
      for (const part of sector.parts) {
        for (const name of [part.name, ...part.aliases])
          add('part', partId(sector.id, part.name), name, true);
      }
    }
    for (const country of metal.countries) {
      // A hundred packs name the same places.
      if (country.aliases.length === 0 && places.has(country.name)) continue;
      places.add(country.name);
      // "Other" is every second sentence's word; only its longer names count.
      if (country.name.toLowerCase() !== 'other') add('country', country.name, country.name, true);
      const adjectives = COUNTRY_ADJECTIVES[country.name.toLowerCase()]?.split(',') ?? [];
      for (const alias of [...country.aliases, ...adjectives]) add('country', country.name, alias, true);
    }
    for (const product of metal.products) {
      for (const name of [product.name, ...product.aliases]) add('product', product.id, name, true);
    }
  }
  for (const { id, names } of catalog.materials) {
    for (const name of names) {
      const text = spoken(name);
      if (short.has(text) || texts.has(text)) continue;
      if (text.length <= SHORT && !HAN.test(text)) addShort(id, name);
      else add('metal', id, name);
    }
  }
  return { phrases, short, everyday };
}

/** Written without spaces, a name is found within a word. */
export const HAN = /\p{Script=Han}/u;

/** A name as the tokens of a question would have it: "rare-earth" is "rare earth", "U.S." is "us". */
function spoken(name: string): string {
  return name
    .replaceAll(APOSTROPHE, "'")
    .split(' ')
    .map((word) => fold(word).replace(/[^\p{L}\p{N}]+/gu, ' '))
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
const APOSTROPHE = /[\u2018\u2019]/gu;

/** How a part's id in the vocabulary is made. */
function partId(sector: string, name: string): string {
  return `${sector}:${name}`;
}
