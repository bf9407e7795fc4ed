/** A metal's name with words behind it that no list knows: "Nichel in squadrette", "Gold, afternoon price". */
import type { Material } from '#src/domain/series/material.ts';
import { mayBeOtherGood } from './other-goods.ts';
import { onceEach, readSubject, takeNamed, type Named, type Subject } from './read-subject.ts';

/** Metals that are traded as such: of others an unknown word may be the compound that is priced, unless the name says which it is. */
const TRADED: ReadonlySet<string> = new Set(
  'aluminium bismuth cadmium copper gold indium lead magnesium nickel palladium platinum silver tin zinc'.split(
    ' ',
  ),
);
const EXCHANGE =
  /(?<!\p{L})(?:LME|SHFE|COMEX|CME|NYMEX|MCX|INE|GFEX|DCE|LBMA|LPPM|TOCOM|JPX|HKEX|SGX|ICE|TCE)(?!\p{L})/u;
/** More words, or shorter ones, may be anything. */
const MOST_WORDS = 3;
/** A word of a script that parts its words: in others a part of one may be another good's. */
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{3,}/gu;
/** Marks of a pure metal's grade, and Russian ones of minor metals and ferro-alloys: "4x4", "P1020", "-194", "EC", "ИН-00", "ФМо60". Others may be an alloy's. */
const MARK =
  /(?<![\p{L}\d.,])(?:[+-]\d{2,4}|\d{1,2}x\d{1,2}|P\d{4}[A-Z]?|IE\d{2}|EC|CC|Ф\p{L}{1,3}\d{2,3}\p{L}{0,2}|(?:ИН|Ин|ГЭП|ГЛ|Гл|Ви|Те|СТ|Кд|Су|Мг)-?\d{1,3})(?![\p{L}\d]|[.,]\d)/gu;
/** Words that say which grade of a metal is meant, and no compound of it: "aerospace grade". */
const GRADED =
  /(?<!\p{L})(?:\p{L}{3,15}\.?[ -]{1,2}){1,2}(?:grade|quality|grado|calidad|qualità)(?!\p{L})/giu;
/** Symbols that are written as one: "PbSb". */
const ALLOY = /^(?=.*[a-z])[A-Z][a-z]?(?:[A-Z][a-z]?)+$/u;
/** The month of delivery of a contract: "Copper Dec 26". */
const DELIVERY =
  /\s{1,3}\(?((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[.\s'’-]{0,2}(?:20)?\d\d)\)?$/iu;
/** A number of the article before its name: "W110 Kupfer", "[CU-001] Copper". */
const ARTICLE = /^(?:(?=\S*\d)[A-Z\d][A-Z\d._/-]{2,}[\s:]+|\[[A-Z\d][A-Z\d ._/-]{1,20}\]\s*)(?=\p{L}{3})/u;

/**
 * The same as `readSubject`, of the cell of a row: also where words stand behind the metal's name that are not known, and none of them
 * can be of another good. They are kept with its purity.
 */
export const readGoods = onceEach((given, materials) => {
  const known = readSubject(given, materials);
  if (known !== undefined) return known;
  const text = given.trim().replace(ARTICLE, '');
  const [behind = '', delivery = ''] = DELIVERY.exec(text) ?? [];
  const delivered = delivery === '' ? undefined : readSubject(text.slice(0, -behind.length), materials);
  if (delivered !== undefined) return { ...delivered, place: `${delivered.place ?? ''} ${delivery}`.trim() };
  return (text === given ? undefined : readSubject(text, materials)) ?? withDetails(text, materials);
});

function withDetails(text: string, materials: readonly Material[]): Subject | undefined {
  const { material, left, ...said } = takeNamed(text, materials);
  const details = detailsIn(text, { material, left, ...said }, materials);
  if (material === undefined || details === undefined) return undefined;
  return { material, ...said, purity: [said.purity, ...details].filter((part) => part !== '').join(' ') };
}

/**
 * The words behind a metal's name that are not known, where none of them can be of another good; `undefined` where one may.
 * @param text The name with all that stands beside it. @param named What was read of it.
 */
export function detailsIn(
  text: string,
  { material, form, place, left }: Named,
  materials: readonly Material[],
): readonly string[] | undefined {
  const marks = left.match(MARK) ?? [];
  const plain = left.replaceAll(MARK, ' ');
  const words = plain.match(WORD) ?? [];
  const [first] = [...words, ...marks].toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
  if (material === undefined || first === undefined || words.length > MOST_WORDS) return undefined;
  // Of an exchange it may be another delivery's price.
  if (place !== undefined && EXCHANGE.test(place)) return undefined;
  const isMetal = TRADED.has(material.id) && (form ?? 'metal') === 'metal';
  const isSaid = material.id !== 'scrap' && !['metal', 'scrap'].includes(form ?? material.form ?? 'metal');
  // A grade's mark alone makes no compound of any metal.
  const isMarked = words.length === 0;
  const grades = (text.match(GRADED) ?? []).join(' ');
  const isGraded = words.every((word) => grades.includes(word));
  if (!isMetal && !isSaid && !isMarked && !isGraded) return undefined;
  const others = plain.replaceAll(WORD, ' ');
  if (/[\p{L}\p{N}]/u.test(others) || mayBeOtherGood(words.join(' '))) return undefined;
  if (words.some((word) => ALLOY.test(word))) return undefined;
  const before = text.slice(0, text.indexOf(first));
  return readSubject(before, materials)?.material === material ? [...words, ...marks] : undefined;
}
