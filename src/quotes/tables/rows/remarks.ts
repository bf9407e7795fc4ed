/** What a column of remarks says of a row's price that its other cells do not: that it is of another day, an estimate, or in another unit. */
import { shorten } from '#src/domain/measure/days.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import type { Layout } from '../layout.ts';
import { textOf, type Cell } from '../sheets/sheet.ts';
import { saysWrong } from '../other-things.ts';
import { firmnessIn } from '../times/firmness.ts';
import { OF_PRICES } from '../times/title-times.ts';

const REMARKS =
  /^(?:remarks?|notes?|comments?|bemerkung(?:en)?|kommentare?|anmerkung(?:en)?|hinweise?|remarques?|commentaires?|observaciones|comentarios?|notas?|observações|note|osservazioni|opmerking(?:en)?|uwagi|примечани[ея]|комментарий|备注|说明|備考|비고)$/iu;
const OTHER_DAY =
  /(?<!\p{L})(?:yesterday|previous|prior|last (?:week|month|day)|old price|gestern|vortag|vorwoche|alter preis|prix d['’]hier|veille|ayer|anterior|ieri|precedente|ontem|wczoraj|poprzedni\p{L}*|вчера\p{L}*)(?!\p{L})|昨|前日|上周|어제/iu;
const DAY = /\d{1,2}\/\d{1,2}|\d{1,2}\.\d{1,2}\.|\d{4}-\d\d-\d\d|\d月\d{1,2}日/u;

/** The columns of remarks of a table. */
export const remarksIn = ({ columns }: Layout): readonly number[] =>
  columns.flatMap(({ role, heading, at }) =>
    role === 'ignored' && REMARKS.test(heading.trim()) ? [at] : [],
  );

interface Remarked {
  /** Why the row is no price of its day. */
  readonly fault?: string;
  readonly isEstimated?: true;
}

export function remarked(at: readonly number[], cells: readonly Cell[]): Remarked {
  for (const place of at) {
    const text = textOf(cells[place]);
    if (text === '') continue;
    if (saysWrong(text)) return { fault: `its remark says “${shorten(text)}”: leave it out, or mend it` };
    const firmness = firmnessIn(text);
    const { money, mass } = readPricePer(withKnownUnits(takeUnit(text).value ?? ''));
    const isOtherDay = OTHER_DAY.test(text) || (OF_PRICES.test(text) && DAY.test(text));
    if (firmness === 'forecast' || isOtherDay || (money !== undefined && mass !== undefined))
      return { fault: `its remark says “${shorten(text)}”: write that into a column of its own` };
    if (firmness === 'estimated') return { isEstimated: true };
  }
  return {};
}
