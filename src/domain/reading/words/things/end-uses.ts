/** Which of the uses that a source gives shares of a word names: "jewellery" names "jewelry", "roads" "highway deicing". */
import type { Metal } from '#src/domain/series/metal.ts';
import SAID from './use-words.json' with { type: 'json' };

const SAID_FOR: Readonly<Record<string, readonly string[] | undefined>> = SAID;
const WORD = /\p{L}{4,}/gu;
/** "Other industrial uses" is not named by "end uses". */
const NO_USE =
  /^(?:uses?|used|other|products?|general|industry|industrial|parts?|metal|components?|equipment)$/u;

const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(WORD) ?? []).filter((word) => !NO_USE.test(word));

/** The words that a use may be named by, in lower case. */
function namesOf(item: string): readonly string[] {
  const own = wordsOf(item);
  const forms = own.flatMap((word) => [
    word,
    `${word}s`,
    word.replace(/ies$/u, 'y'),
    word.replace(/s$/u, ''),
  ]);
  const said = Object.entries(SAID_FOR).flatMap(([word, meant = []]) =>
    meant.some((one) => own.includes(one)) ? [word] : [],
  );
  return [...forms, ...said];
}

/** Whether a text names a use, as its source words it. @example namesUse('highway deicing', 'how much goes on the roads') // true */
export function namesUse(item: string, text: string): boolean {
  const words = new Set(text.toLowerCase().match(WORD));
  return namesOf(item).some((name) => words.has(name));
}

/** All words that name a use of a metal that a source gives a share of; none where it gives none. */
export function useWordsOf({
  tables,
  name,
  aliases,
}: Pick<Metal, 'tables' | 'name' | 'aliases'>): ReadonlySet<string> {
  const rows = tables.filter(({ metric }) => metric === 'end-use').flatMap((table) => table.rows);
  const own = new Set([name, ...aliases].flatMap((one) => one.toLowerCase().split(' ')));
  return new Set(rows.flatMap(([item]) => namesOf(item)).filter((word) => !own.has(word)));
}
