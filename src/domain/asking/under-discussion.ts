/** What a question is of that leans on the one before it: "it" by the name of the metal, and a word that tells its prices apart. */
import type { Answer } from '#src/domain/answer.ts';
import IN_SHORT from '#src/domain/reading/words/in-short.json' with { type: 'json' };
import type { Question } from '#src/domain/reading/question.ts';
import { countedOther } from '#src/domain/reading/follow-ups/orders/pieces-changed.ts';
import { takesOff } from '#src/domain/reading/follow-ups/orders/put-on.ts';
import type { Catalog } from './catalog.ts';
import { entryOf } from '#src/domain/faq/find-entry.ts';
import { withId } from '#src/domain/series/by-id.ts';
import { tellsApart } from '#src/domain/series/narrow.ts';
import { wordsIn } from '#src/domain/series/table-words.ts';

const IT = /(?<![\p{L}\p{N}])(?:it|its|they|them|their)(?![\p{L}\p{N}])(?!['’]s)/iu;

/**
 * The words with the metal's name where they point at it: "why is it so high" after gold asks why gold is. `undefined` where an
 * answer is of that metal already, a metal is named, or several were spoken of.
 */
export function namingIt(
  { text, metals, product = null, foreign }: Question,
  answer: Answer,
  { metals: catalog, faq }: Catalog,
  previous: Question | undefined,
): string | undefined {
  const [id, ...others] = previous?.metals ?? [];
  if (id === undefined || others.length > 0) return undefined;
  const metal = withId(catalog, id);
  const names = metals.length > 0 || product !== null || foreign !== null;
  if (metal === undefined || names || !IT.test(text)) return undefined;
  const about = answer.faq === null ? answer.question.metals[0] : entryOf(faq, answer.faq)?.metal;
  // "Difference between them": of both already.
  return about === id || answer.question.metals.includes(id)
    ? undefined
    : text.replace(IT, metal.name.toLowerCase());
}

const THAT_YEAR = /(?<![\p{L}\p{N}])(?:(?:that|the|this) (?:very )?same|that|same) year(?![\p{L}\p{N}])/iu;

/** The words with the year that "that year" is; `undefined` where no one year was spoken of, or one is named. */
export function namingYear(
  { text, years, followUp }: Question,
  previous: Question | undefined,
): string | undefined {
  const [year, ...others] = previous?.years ?? [];
  // What leans as it stands is of that year already.
  if (followUp || year === undefined || others.length > 0 || years.length > 0 || !THAT_YEAR.test(text))
    return undefined;
  return text.replace(THAT_YEAR, String(year));
}

/** "And nickel?" after what was asked of cobalt in words: the same of nickel; `undefined` where figures were asked for, or more is said. */
export function ofOtherMetal(asked: Question, previous: Question | undefined): string | undefined {
  // "Is gold at a record high": yes or no is wanted of the other as well.
  const isInWords =
    previous?.intent === 'open' || previous?.reason === true || POLAR.test(previous?.text ?? '');
  if (previous === undefined || !isInWords || previous.metals.length !== 1 || asked.metals.length !== 1)
    return undefined;
  const { metrics, years, countries, sectors, amounts, foreign, unread = [], text, product = null } = asked;
  const others =
    metrics.length + years.length + countries.length + sectors.length + amounts.length + unread.length;
  const isBare = others === 0 && foreign === null && product === null && asked.form === null;
  if (
    !isBare ||
    asked.reason ||
    text.split(/\s+/u).length > MOST_FACET ||
    asked.metals[0] === previous.metals[0]
  )
    return undefined;
  const [was, now] = [metalSaid(previous), metalSaid(asked)];
  return was === undefined || now === undefined || !previous.text.includes(was)
    ? undefined
    : previous.text.replace(was, now);
}

const POLAR = /^\W*(?:(?:so|and|but|ok) )*(?:is|are|was|were|did|does|do|has|have|had)(?:n['’]?t)? /iu;

const metalSaid = ({ evidence = [] }: Question): string | undefined =>
  evidence.find(({ slot }) => slot === 'metal')?.words;

const BARE_US = /^\W*us\W*$/iu;

/** "US?" after another country is the country, and "EVs?" after a sector's share asks for theirs: what alone says little, in full. */
export function besidesNamed(
  { text, sectors, unread = [], metrics }: Question,
  previous: Question | undefined,
): string | undefined {
  if (previous === undefined) return undefined;
  if (previous.countries.length > 0 && BARE_US.test(text)) return 'and the US';
  const ofSectors = previous.sectors.length > 0 || previous.metrics.includes('share');
  const isBare = sectors.length + metrics.length === 0 && unread.length > 0;
  return ofSectors && isBare && text.split(/\s+/u).length <= MOST_FACET
    ? `${text.replace(/\W{1,20}$/u, '')} share`
    : undefined;
}

/** What a few words ask of what was spoken of, in full: "what for", "who publishes it", "since when do you have it". */
export function inFullOf(
  { text, metals, foreign }: Question,
  previous: Question | undefined,
  { metals: catalog, defaultMetal }: Catalog,
): string | undefined {
  if (previous === undefined || metals.length > 0 || foreign !== null || text.length > MOST_SHORT)
    return undefined;
  const line = (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? []
  )
    .join(' ')
    .replace(LEADING, '');
  const found = SHORT.get(line);
  const [id = defaultMetal, ...others] = previous.metals;
  const metal = withId(catalog, id);
  if (found === undefined || metal === undefined || others.length > 0 || previous.foreign !== null)
    return undefined;
  const output = previous.metrics.includes('production');
  return found
    .replace('{metal}', metal.name.toLowerCase())
    .replace('{metric}', output ? 'production' : 'price');
}
const MOST_SHORT = 60;
const LEADING = /^(?:(?:and|so|ok|but|then) )+/u;
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries(IN_SHORT).flatMap(([full, lines]) => lines.map((line) => [line, full] as const)),
);

const ASKS_ON =
  /^\W*(?:(?:and|so|but|ok) )*(?:(?:by|since|until|till|from) )?(?:when|where|who|how|how (?:soon|long|much|many|so)|what else|which ones?)\W*$/iu;

/** "By when?" after an answer in words: the question before it, with that; `undefined` where figures were told, or more is said. */
export const askingOn = ({ text }: Question, previous: Question | undefined): string | undefined =>
  previous?.intent === 'open' && ASKS_ON.test(text)
    ? `${previous.text.replace(/\W{1,20}$/u, '')} ${text}`
    : undefined;

const MOST_FACET = 4;

/** "And flake?" after amorphous graphite: a word that tells the prices of the metal apart, and nothing else. */
export function asFacet(previous: Question, read: Question, { metals }: Catalog): Question {
  const { text, metals: own, metrics, foreign, unread = [] } = read;
  if (countedOther(previous, read) !== undefined || takesOff(previous, read))
    return { ...read, followUp: true, reason: false, leftOut: [], unread: [], understood: 1 };
  const words = wordsIn(text);
  const isBare =
    own.length + metrics.length === 0 && foreign === null && text.split(/\s+/u).length <= MOST_FACET;
  const metal = withId(metals, previous.metals[0] ?? '');
  const isOf =
    metal !== undefined &&
    isBare &&
    unread.length > 0 &&
    tellsApart(metal, new Set(unread.map((one) => one.toLowerCase())));
  return isOf && words.size > 0 ? { ...read, followUp: true, unread: [], understood: 1 } : read;
}
