/**
 * What a question for figures names and no slot takes: another metal in a list, a currency, a place, a purity, a form, a
 * week, a noun beside what is asked for. It is said beside the figures. Numbers are read in left-out-numbers.ts.
 */
import type { LeftOut } from '#src/domain/reading/frame.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import { isJoined, type Role, type Sentence } from './foreign/foreign-roles.ts';
import { subjectText } from './foreign/foreign.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import { rawText, wordAt } from '#src/domain/reading/reading.ts';

const NAMED: ReadonlySet<Role | undefined> = new Set([
  'thing',
  'sense',
  'company',
  'place',
  'use',
  'unknown',
]);
/** A noun after one of these belongs to what is asked for: "in ringgit", "at Rotterdam", "ex tax". */
const LINKS = new Set('in at from ex excl excluding incl including with without basis'.split(' '));
/** Forms whose words every question of the trade has: they count right behind a metal. */
const FORMS =
  /^(?:alloys?|ores?|concentrates?|ingots?|powders?|flakes?|pellets?|chlorides?|carbonates?|nitrates?|fluorides?|hydroxides?|sul(?:f|ph)(?:ate|ide)s?|carbides?|arsenides?|nitrides?|acetates?|phosphides?)$/u;
/** Names of a metal that are of another substance than what prices of it may be of. */
const OTHER_SUBSTANCE =
  /^(?:spodumene|ferromanganese|silicomanganese|ferrovanadium|molybdenite|scheelite|monazite)$/u;
/** From this percentage on it is a purity, where a price is asked for. */
const PURE = 90;

interface LeftOutContext {
  readonly metrics: readonly AskedMetric[];
  /** Figures will answer, and a slot of theirs is what is asked for. */
  readonly figures: boolean;
}

/** All of it, in the question's order. */
export function leftOutWords(
  findings: Findings,
  sentence: Sentence,
  { metrics, figures }: LeftOutContext,
): readonly LeftOut[] {
  if (!figures) return [];
  const ofPrice = metrics.every((metric) => metric === 'price');
  return [
    ...namedNouns(findings, sentence),
    ...weeks(findings),
    ...denied(findings, metrics),
    ...(ofPrice
      ? [...priceForms(findings), ...terms(findings), ...purities(findings), ...countries(findings)]
      : []),
  ];
}

/** "Reserves but no production": who has none of the one is not told by the figures of the other. */
function denied({ words }: Findings, metrics: LeftOutContext['metrics']): LeftOut[] {
  const said = DENIED.exec(words.join(' '))?.[0];
  return said === undefined || !metrics.includes('reserves') || !metrics.includes('production')
    ? []
    : [{ words: said, kind: 'words' }];
}
const DENIED =
  /\b(?:no|without|without any|not any|zero) (?:mine |mining |current )?(?:production|output|mining)\b/u;

function namedNouns(findings: Findings, sentence: Sentence): LeftOut[] {
  const { reading } = findings;
  const { roles } = sentence;
  const found: LeftOut[] = [];
  for (let at = 0; at < roles.length; at += 1) {
    const role = roles[at];
    if (!NAMED.has(role) || reading.slots[at] !== undefined || FORMS.test(wordAt(reading, at))) continue;
    let to = at + 1;
    while (roles[to] === role && reading.slots[to] === undefined && isJoined(sentence, to)) to += 1;
    const item = nounOf(findings, sentence, at, to);
    if (item !== undefined) found.push(item);
    at = to - 1;
  }
  return found;
}

function nounOf(findings: Findings, sentence: Sentence, from: number, to: number): LeftOut | undefined {
  const { reading } = findings;
  const { roles } = sentence;
  const words = subjectText(findings, { from, to });
  const role = roles[from];
  if (role === 'thing' || role === 'sense') return { words, kind: 'subject' };
  if (role === 'place') return { words, kind: 'place' };
  const before = wordAt(reading, from - 1);
  const code = reading.tokens[from]?.raw ?? '';
  if (to === from + 1 && (before === 'in' || before === 'per') && isCurrencyCode(code))
    return { words: code, kind: 'currency' };
  const beside = (at: number) =>
    roles[at] === 'ours' ||
    roles[at] === 'metric' ||
    /^(?:year|amount|oxide)$/u.test(reading.slots[at] ?? '');
  const adjacent = (beside(from - 1) && isJoined(sentence, from)) || (beside(to) && isJoined(sentence, to));
  return adjacent || LINKS.has(before) ? { words, kind: 'words' } : undefined;
}

/** Whether it is an ISO code of a currency, as typed in capitals. */
function isCurrencyCode(raw: string): boolean {
  if (!/^[A-Z]{3}$/u.test(raw)) return false;
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(raw);
}
let codes: ReadonlySet<string> | undefined;

/** "week 27", "cw 27", where nothing read it as a time. */
function weeks({ reading, words }: Findings): LeftOut[] {
  return words.flatMap((word, at): LeftOut[] => {
    const isCounted = reading.slots[at + 1] === 'amount';
    const number = /^\d{1,2}$/u.test(words[at + 1] ?? '') && reading.slots[at] !== 'time' && !isCounted;
    return /^(?:week|wk|cw|kw)$/u.test(word) && number
      ? [{ words: rawText(reading, at, at + 2), kind: 'time' }]
      : [];
  });
}

/** "neodymium alloy", "neodymium metal": figures are of oxide, or of a form that their source does not state. */
function priceForms({ reading, words, hits }: Findings): readonly LeftOut[] {
  const forms = words.flatMap((word, at): LeftOut[] =>
    FORMS.test(word) && reading.slots[at - 1] === 'metal' ? [{ words: word, kind: 'form' }] : [],
  );
  const substances = words.flatMap((word, at): LeftOut[] =>
    OTHER_SUBSTANCE.test(word) && reading.slots[at] === 'metal' ? [{ words: word, kind: 'form' }] : [],
  );
  const metal: readonly LeftOut[] = hits.some(({ kind }) => kind === 'metal form')
    ? [{ words: 'metal', kind: 'form' }]
    : [];
  return [...forms, ...substances, ...metal];
}

/** "F.o.b. mine": what no price that is shown is said to be on. */
function terms({ hits, reading }: Findings): LeftOut[] {
  return hits
    .filter(({ kind }) => kind === 'terms')
    .map(({ from, to }) => ({ words: rawText(reading, from, to), kind: 'terms' as const }));
}

/** "99.9 %" beside a price; of a claim or a change it is a percentage. */
function purities({ reading, amounts, has }: Findings): LeftOut[] {
  if (amounts.percent === null || amounts.percent < PURE || amounts.percent > 100 || has('change')) return [];
  const at = reading.slots.indexOf('percent');
  const to = reading.slots.lastIndexOf('percent') + 1;
  return at < 0 ? [] : [{ words: rawText(reading, at, to), kind: 'purity' }];
}

/** "price in China": prices are of no place. */
function countries({ hits, reading, subjects }: Findings): LeftOut[] {
  return hits
    .filter(({ kind, id }) => kind === 'country' && subjects.countries.includes(id))
    .map(({ from, to }) => ({ words: rawText(reading, from, to), kind: 'place' }));
}
