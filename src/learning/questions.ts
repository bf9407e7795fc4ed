/**
 * Questions that the data answers, made for training: what is asked in plain words, and how somebody may say it, with chat around it,
 * slips of the pen, words left out and in another order. No line of any question set is among them.
 */
import { createRandom, type Random } from '#src/domain/faq/matching/random.ts';
import source from './questions.json' with { type: 'json' };

interface MadeQuestion {
  readonly text: string;
  /** The same in words that are read without doubt. */
  readonly plain: string;
  /** Entries of the FAQ that are as right. */
  readonly faq: readonly string[];
}

const LISTS: Readonly<Record<string, readonly string[]>> = source.lists;
const NAMES: Readonly<Record<string, readonly string[]>> = source.names;
const YEARS: Readonly<Record<string, readonly string[]>> = source.years;
const FIGURES: readonly {
  readonly ask: string;
  readonly say: readonly string[];
  readonly faq?: readonly string[];
}[] = source.figures;
const LITTLE = new Set([
  'the',
  'a',
  'an',
  'of',
  'is',
  'was',
  'did',
  'does',
  'do',
  'in',
  'for',
  'are',
  'were',
  'to',
]);

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random.next() * items.length)]!;
}

/** So many questions; the same seed gives the same ones. */
export function makeQuestions(count: number, seed: number): readonly MadeQuestion[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, at) => {
    const { ask, say, faq = [] } = FIGURES[at % FIGURES.length]!;
    const { plain, said } = fillIn(ask, pick(say, random), random);
    return { plain, faq, text: disturb(said, random) };
  });
}

function fillIn(ask: string, say: string, random: Random): { readonly plain: string; readonly said: string } {
  const chosen: Record<string, string> = {};
  for (const name of [
    'metal',
    'sector',
    'country',
    'amount',
    'money',
    'low',
    'high',
    'offer',
    'verb',
    'turn',
  ])
    chosen[name] = pick(LISTS[name] ?? [], random);
  const years = [pick(LISTS['year'] ?? [], random), pick(LISTS['year'] ?? [], random)].toSorted();
  const [first = '2021', second = '2025'] = years[0] === years[1] ? ['2021', '2025'] : years;
  const exact = { ...chosen, year: first, year2: second };
  const spoken = {
    ...exact,
    m: pick(NAMES[chosen['metal'] ?? ''] ?? [chosen['metal'] ?? ''], random),
    s: pick(NAMES[chosen['sector'] ?? ''] ?? [chosen['sector'] ?? ''], random),
    y: say.includes('{y2}') ? first : pick(YEARS[first] ?? [first], random),
    y2: second,
  };
  return { plain: fill(ask, exact), said: fill(say, spoken) };
}

function fill(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/gu, (_, slot: string) => slots[slot] ?? '');
}

/** As somebody in a hurry, on a phone or in a language that is not their own would type it. */
export function disturb(text: string, random: Random): string {
  let said = text;
  if (random.next() < 0.15) said = withoutLittle(said, random);
  if (random.next() < 0.4) {
    const before = fillWord(pick(source.chat.before, random), random);
    said = `${before} ${said}`;
  }
  if (random.next() < 0.35) {
    const after = fillWord(pick(source.chat.after, random), random);
    said = after.startsWith('?') ? `${said}${after}` : `${said} ${after}`;
  }
  if (random.next() < 0.25) said = withSlip(said, random);
  if (random.next() < 0.1) said = withSlip(said, random);
  if (random.next() < 0.3) said = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  return random.next() < 0.25 && !said.endsWith('?') ? `${said}?` : said;
}

const fillWord = (text: string, random: Random): string =>
  text.replace('{word}', () => pick(LISTS['word'] ?? [], random));

function withoutLittle(text: string, random: Random): string {
  const words = text.split(' ').filter((word) => !LITTLE.has(word) || random.next() < 0.3);
  return words.join(' ');
}

/** One letter changed places with the next, was left out, typed twice or missed. */
function withSlip(text: string, random: Random): string {
  const words = text.split(' ');
  const open = words.flatMap((word, at) => (/^[a-z]{4,}$/u.test(word) ? [at] : []));
  if (open.length === 0) return text;
  const at = pick(open, random);
  const word = words[at] ?? '';
  const place = 1 + Math.floor(random.next() * (word.length - 2));
  const kind = Math.floor(random.next() * 4);
  const near = 'abcdefghijklmnopqrstuvwxyz'.charAt(Math.floor(random.next() * 26));
  words[at] =
    kind === 0
      ? `${word.slice(0, place)}${word.charAt(place + 1)}${word.charAt(place)}${word.slice(place + 2)}`
      : kind === 1
        ? word.slice(0, place) + word.slice(place + 1)
        : kind === 2
          ? word.slice(0, place) + word.charAt(place) + word.slice(place)
          : word.slice(0, place) + near + word.slice(place + 1);
  return words.join(' ');
}
