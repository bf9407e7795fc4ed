/** What a question named and nothing of its answer used: said beside the figures, so that silence misleads nobody. */
import { saidIn, type Answer, type Line } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { LeftOut } from '#src/domain/reading/frame.ts';
import { findMaterial } from '#src/domain/series/material.ts';
import { PLACES } from '#src/domain/reading/subjects/places.ts';
import type { Figure, MetalCatalog } from '#src/domain/series/figures.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import { MONEY_NAME } from '#src/domain/measure/units.ts';
import { readCurrency } from '#src/domain/measure/price-units.ts';
import { MAX_TYPED } from '#src/domain/reading/text-door.ts';
import { listInWords } from './topic.ts';

const SAID_APART: ReadonlySet<LeftOut['kind']> = new Set(['subject', 'currency', 'form']);

/** The lines that say so; none where nothing was left out. @example "I did not use: 30 %, week 27." */
export function leftOutLines(items: readonly LeftOut[]): Line[] {
  const named = (wanted: (kind: LeftOut['kind']) => boolean) => [
    ...new Set(items.filter(({ kind }) => wanted(kind)).map(({ words }) => words)),
  ];
  const subjects = named((kind) => kind === 'subject');
  const currencies = named((kind) => kind === 'currency');
  const forms = named((kind) => kind === 'form');
  const others = named((kind) => !SAID_APART.has(kind));
  return [
    ...(subjects.length > 0 ? [[`I have nothing on ${listInWords(subjects, 'or')}.`]] : []),
    ...currencies.map((code): Line => [`No exchange rate to ${code} is set up, so it stays as it is.`]),
    ...(forms.length > 0 ? [[`No price here is said to be of ${listInWords(forms, 'or')}.`]] : []),
    ...(others.length > 0 ? [[`I did not use: ${others.join(', ')}.`]] : []),
  ];
}

/** Whether the words of a line, its figures aside, hold one. */
const saysWord = (line: Line, word: string): boolean =>
  line.some((span) =>
    typeof span === 'string'
      ? span.toLowerCase().includes(word.toLowerCase())
      : 'strong' in span && saysWord(span.strong, word),
  );

/** A purity that the answer names itself is not left out. */
function isNamed({ parts }: Answer, { words, kind }: LeftOut): boolean {
  // "Concentrate" where the answer says that it is of concentrate.
  // "China" where the answer names that market.
  if (
    kind === 'form' &&
    parts.some(({ headline }) => figuresIn(headline).some((one) => isOfForm(one, words)))
  )
    return true;
  if (kind === 'form' || kind === 'place') return parts.some(({ headline }) => saysWord(headline, words));
  if (kind === 'terms')
    return parts.some(({ headline }) => figuresIn(headline).some((one) => isOnTerms(one, words)));
  if (kind !== 'purity' && kind !== 'percent') return false;
  // "95 % TiO2": the number alone.
  const purity = `${/\d+(?:\.\d+)?/u.exec(words)?.[0] ?? ''} %`;
  const isOf = ({ series: { form = '', purity: own = '' } }: Figure) => `${form} ${own}`.includes(purity);
  return (
    saidIn(parts.map(({ headline }) => headline)).includes(purity) ||
    parts.some(({ headline }) => figuresIn(headline).some(isOf))
  );
}

const figuresIn = (line: Line): readonly Figure[] =>
  line.flatMap((span) =>
    typeof span === 'string'
      ? []
      : 'strong' in span
        ? figuresIn(span.strong)
        : 'from' in span
          ? span.from.flatMap((one) => ('series' in one ? [one] : []))
          : [],
  );

/** "Carbonate" of a figure of "lithium carbonate, battery grade", which a comparison calls lithium. */
const isOfForm = ({ series: { basis, form = '', label } }: Figure, words: string): boolean =>
  `${basis} ${form} ${label}`.toLowerCase().includes(words.toLowerCase());

const IN_FULL: readonly (readonly [RegExp, string])[] = [
  [/^free on board/u, 'fob'],
  [/^cost,? insurance/u, 'cif'],
  [/^cost and freight/u, 'cfr'],
  [/^free alongside/u, 'fas'],
  [/^ex\W?(?:works?|w)$/u, 'ex works'],
];
const plainWords = (text: string): string => text.toLowerCase().replaceAll('.', '').replaceAll('-', ' ');

/** Whether a price is said to be on such terms: "f.o.b. mine" is "free on board". */
function isOnTerms({ series: { terms = '', form = '', label } }: Figure, words: string): boolean {
  const said = plainWords(words);
  // "At the mine gate".
  if (/\b(?:mine gate|ex mine)\b/u.test(said)) return /\bmine\b/u.test(plainWords(`${terms} ${label}`));
  const short = IN_FULL.find(([pattern]) => pattern.test(said))?.[1] ?? said;
  const own = plainWords(`${terms} ${form} ${label}`);
  return own.includes(said) || own.includes(short.split(' ')[0] ?? short);
}

/** Said wherever a text was longer than what is read of one. */
export const READ_FIRST = `I read the first ${MAX_TYPED.toLocaleString('en')} characters only, and left out what follows them.`;

/** The answer to a text whose end was cut off, with that said, whatever the outcome. */
export function sayCut(answer: Answer): Answer {
  return withCautions(answer, [[READ_FIRST]]);
}

/** The answer with what it left out said under its last part; one without figures has nothing to add it to. */
export function sayLeftOut(answer: Answer, items: readonly LeftOut[]): Answer {
  if (answer.outcome !== 'answer' || items.length === 0) return answer;
  const said = new Set(answer.parts.at(-1)?.cautions.map((line) => saidIn(line)));
  const left = items.filter((item) => !isNamed(answer, item));
  const lines = leftOutLines(left).filter((line) => !said.has(saidIn(line)));
  return lines.length === 0 ? answer : withCautions(answer, lines);
}

function withCautions(answer: Answer, lines: readonly Line[]): Answer {
  const last = answer.parts.at(-1);
  if (last === undefined) return answer;
  return {
    ...answer,
    parts: [...answer.parts.slice(0, -1), { ...last, cautions: [...last.cautions, ...lines] }],
  };
}

/** That figures are of years, where a finer time was asked for and none of them says so. */
export function sayFiner(answer: Answer): Answer {
  const { finerTime } = answer.question;
  if (finerTime === null) return answer;
  const said = `“${finerTime}”`;
  return saidIn(answer.parts).includes(said)
    ? answer
    : withCautions(answer, [[`I have yearly figures only, nothing for ${said}.`]]);
}

/** What the source marks a figure as, first, where it was asked whether it is what happened. */
export function sayFirmness(answer: Answer): Answer {
  const [first, ...others] = answer.parts;
  const isAsked = answer.outcome === 'answer' && answer.question.firmness === true;
  if (!isAsked || first === undefined) return answer;
  const said = saidIn(answer.parts.map(({ headline }) => headline));
  const marks = MARKS.filter(({ mark }) => said.includes(mark)).map(({ words }) => words);
  const line =
    marks.length === 0
      ? 'The source marks this neither as an estimate nor as a projection.'
      : `The source itself calls it ${listInWords(marks)}; how sure it is, it does not say.`;
  return { ...answer, parts: [{ ...first, body: [[line], ...first.body] }, ...others] };
}
const MARKS = [
  { mark: '(estimate)', words: 'an estimate' },
  { mark: '(projection)', words: 'a projection' },
];

const OF_NUMBERS: ReadonlySet<LeftOut['kind']> = new Set(['number', 'rate', 'percent', 'arithmetic']);

/** The numbers that no answer used. */
export function leftOutNumbers({ leftOut }: Question): readonly LeftOut[] {
  return (leftOut ?? []).filter(({ kind }) => OF_NUMBERS.has(kind));
}

/** What yearly figures did not use: of what has quotes alone there is something, but not here. */
export function leftOutOfFigures(
  { leftOut }: Question,
  { materials }: Pick<MetalCatalog, 'materials'>,
  book: QuoteBook | undefined,
): readonly LeftOut[] {
  const words = (leftOut ?? []).filter(({ kind }) => !OF_NUMBERS.has(kind));
  return words.map((item) => {
    const material = item.kind === 'subject' ? findMaterial(materials, item.words) : undefined;
    const isQuoted = book?.latest.some(({ key }) => key.metal === material?.id) === true;
    return isQuoted ? { ...item, kind: 'words' } : item;
  });
}

/** What quotes did not use: they read forms, terms and days by themselves, but no list, and not every currency. */
export function leftOutOfQuotes(
  { currency, foreign, leftOut, text }: Question,
  place: string,
): readonly LeftOut[] {
  const unread = (leftOut ?? []).filter(
    ({ kind }) => kind === 'subject' || kind === 'currency' || kind === 'purity',
  );
  const measure = /\b(?:volatil\w*|standard deviation|variance|correlat\w*)\b/iu.exec(text)?.[0];
  const known = new Set(unread.map(({ words }) => words.toLowerCase()));
  const isPlaced = foreign === null || placesIn(foreign).length > 0;
  const more: readonly LeftOut[] = [
    ...(isPlaced ? [] : [{ words: foreign, kind: 'subject' as const }]),
    ...(measure === undefined ? [] : [{ words: measure, kind: 'words' as const }]),
    ...placesIn(text.replaceAll(MONEY, ' '))
      .filter((named) => !isPlace(named, place) && !known.has(named.toLowerCase()))
      .map((words) => ({ words, kind: 'place' as const })),
  ];
  unread.push(...more);
  const unrated = currency !== null && readCurrency(currency) === undefined;
  return unrated ? [...unread, { words: currency, kind: 'currency' }] : unread;
}

/** "Hong Kong dollars", "Swiss francs": no places. */
const MONEY = new RegExp(MONEY_NAME, 'giu');
const PLACE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${PLACES.filter((place) => place !== 'argus').join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** The places that a text names, as typed. */
const placesIn = (text: string): readonly string[] => [...text.matchAll(PLACE)].map(([named]) => named);

/** "Chinese" is of China; a part of a country stands for none other. */
const isPlace = (named: string, place: string): boolean =>
  place !== '' && named.slice(0, 4).toLowerCase() === place.slice(0, 4).toLowerCase();
