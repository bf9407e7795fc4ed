/** Names of months in the languages that price tables come in, those of `month-names.json`, as English ones: their genitives and short ones among them. */
import NAMES from './month-names.json' with { type: 'json' };

const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([month, names]) => names.split(' ').map((name) => [name, month] as const)),
);

/** How Korean dates mark the same. */
const CHINESE: Readonly<Record<string, string>> = { 년: '年', 월: '月', 일: '日' };

/** @example withEnglishMonths('20. März 2026') // "20 mar 2026"; "2026 年 6 月" is "2026年6月" */
export function withEnglishMonths(text: string): string {
  return text
    .replaceAll(/(?<=\d {0,2})([년월일])(?!\p{L})/gu, (mark) => CHINESE[mark] ?? mark)
    .replace(/(?<=\d{4}) ?(?:г(?:ода?|\.)?|r(?:oku|\.)?)(?!\p{L})/u, '')
    .replaceAll(/ {0,8}([年月日号]) {0,8}/gu, '$1')
    .replace(/^(\d{1,2})\.(?= ?\p{L})/u, '$1')
    .replaceAll(
      /(?<!\p{L})(\p{L}{3,12})(?!\p{L})\.?/gu,
      (word, name: string) =>
        // Turkish has two letters where others have one I.
        ENGLISH.get(name.toLowerCase()) ?? ENGLISH.get(name.toLocaleLowerCase('tr')) ?? word,
    );
}
