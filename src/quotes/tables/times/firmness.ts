/** What marks a price that is not settled: an estimate or a preliminary one, which is kept as such, and a forecast, which is none. */

export type Firmness = 'settled' | 'estimated' | 'forecast';

const WORDS: Readonly<Record<Firmness, string>> = {
  settled: 'a|act|actual|actuals|reported|final|r|rev|revised|n|normal|historical|ist|istwert|实际|终值|修正',
  estimated:
    'e|est|estimate|estimated|p|prelim|preliminary|prov|provisional|indicative|nominal|vorläufig|geschätzt|schätzung|estimé|provisoire|estimado|初步|初值|预估|估计|估算',
  forecast:
    'f|fc|fcst|forecast|forecasts|forecasted|proj|projected|projection|budget|plan|planned|outlook|prognose|prévision|pronóstico|预测|预计|展望',
};
const FIRMNESSES: readonly Firmness[] = ['settled', 'estimated', 'forecast'];
const BY_WORD: ReadonlyMap<string, Firmness> = new Map(
  FIRMNESSES.flatMap((firmness) => WORDS[firmness].split('|').map((word) => [word, firmness] as const)),
);

/** What a word, or a letter of it, says. @example firmnessOf('Prelim.') // "estimated" */
export const firmnessOf = (text: string): Firmness | undefined =>
  BY_WORD.get(
    text
      .trim()
      .toLowerCase()
      .replaceAll(/[.()[\]]/g, ''),
  );

const ANY = [...BY_WORD.keys()].toSorted((a, b) => b.length - a.length).join('|');
const BEHIND = new RegExp(`^(.*[\\d年月周度])\\s*[([（]?\\s*(${ANY})\\.?\\s*[)\\]）]?$`, 'iu');

/** "2025ᵉ" */
const RAISED_LETTER = /[ᵃᵇᶜᵈᵉᶠᵖʳᵘ]/gu;

interface Marked {
  readonly rest: string;
  readonly firmness: Firmness | undefined;
}

/** Takes the mark from behind a time. @example takeFirmness('2026F') // { rest: '2026', firmness: 'forecast' } */
export function takeFirmness(text: string): Marked {
  const plain = text.replaceAll(RAISED_LETTER, (letter) => letter.normalize('NFKC'));
  const [, rest = text, word = ''] = BEHIND.exec(plain) ?? [];
  return { rest: rest.trim(), firmness: word === '' ? undefined : firmnessOf(word) };
}

/** Marks that stand for no word: of footnotes, of a rise or a fall, and of whole money. */
const FOOTNOTES = /\s*(?:[*†‡§#]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}[⁾)]?|\s\d[)\]]|[[(]\d{1,2}[\])])$/u;
const ARROWS = /^[▲▼△▽↑↓→⬆⬇●•]\s*|\s*[▲▼△▽↑↓→⬆⬇]$/gu;
const WHOLE_MONEY = /(?<=\d)([.,])(?:[-–—]{1,2}|=)$/u;
const LETTER = /(?<=\d)\s*(?:[([]([a-z]{1,12}\.?)[)\]]|\s([a-z]{1,12}\.?)|([er]))$/iu;

interface MarkedPrice extends Marked {
  /** The marks of footnotes, as they stand there, without brackets and raised digits as plain ones. */
  readonly notes: readonly string[];
}

/**
 * Takes the marks from a price. "p" alone may be pence, and is left where money may be.
 * @example takeMarks('1,250¹ r') // { rest: '1,250', firmness: 'settled', notes: ['1'] }
 */
export function takeMarks(text: string, isPence = false): MarkedPrice {
  let rest = text.trim().replaceAll(ARROWS, '').replace(WHOLE_MONEY, '$100');
  let firmness: Firmness | undefined;
  const notes: string[] = [];
  for (let left = 3; left > 0; left -= 1) {
    const note = FOOTNOTES.exec(rest);
    if (note !== null) {
      notes.push(plainMark(note[0]));
      rest = rest.slice(0, note.index).trim();
      continue;
    }
    const letter = LETTER.exec(rest);
    const word = letter?.slice(1).find((one) => one !== undefined) ?? '';
    const said = isPence && word.toLowerCase() === 'p' ? undefined : firmnessOf(word);
    if (letter === null || said === undefined) break;
    firmness = said;
    rest = rest.slice(0, letter.index).trim();
  }
  return { rest, firmness, notes };
}

const plainMark = (text: string) => text.normalize('NFKC').replaceAll(/[\s()[\]⁾]/gu, '');

const NOTE =
  /^\s*(?:([*†‡§#]{1,3})|([¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})[⁾)]?|[[(]?(\d{1,2})(?:[\])]|\s+(?=\p{L})))[\s:=-]*(\S.*)$/u;

/** What lines below a table say of the marks in it: "* estimated", "1) per lb". */
export function notesOf(lines: Iterable<string>): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const line of lines) {
    const [, sign, raised, number, words = ''] = NOTE.exec(line) ?? [];
    const mark = sign ?? raised ?? number;
    if (mark !== undefined) notes.set(plainMark(mark), words);
  }
  return notes;
}

/** The firmness that a note's words say. */
export function firmnessIn(words: string): Firmness | undefined {
  const all = words.toLowerCase().match(/\p{Script=Han}+|[\p{L}.]+/gu) ?? [];
  const said = all.filter((word) => word.length > 2 || /\P{ASCII}/u.test(word)).map(firmnessOf);
  return said.find((one) => one === 'forecast') ?? said.find((one) => one === 'estimated');
}
