/** A table that says of its prices that they are of one metal, and in its titles that they are of another. */
import { shorten } from '#src/domain/measure/days.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { withId } from '#src/domain/series/by-id.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { PriceGroup } from './layout.ts';
import type { RowContext } from './rows/row.ts';
import { textOf, type TableRecord } from './sheets/sheet.ts';
import { linesOf, metalTitled } from './titles.ts';
import { OF_PRICES } from './times/title-times.ts';

/** A longer line may speak of anything. */
const MOST_WORDS = 8;

interface Said {
  readonly text: string;
  readonly material: Material;
}

/** What is priced by the names of its members. */
const GROUPS: ReadonlySet<string> = new Set([
  'rare-earths',
  'heavy-rare-earths',
  'platinum-group',
  'mischmetal',
]);
/** A house may be called by a metal that it does not price: "Silver Star Trading GmbH". */
const HOUSE =
  /(?<!\p{L})(?:gmbh|ltd|limited|inc|llc|ag|kg|plc|corp(?:oration)?|co|company|s\.?a|s\.?p\.?a|b\.?v|sp\. z o|trading|traders?|mines?|mining|resources|desk|group|exchange|bank)(?!\p{L})/iu;

/** Of a good of its own, such as steel, a title may speak above the prices of what it is made of. */
const isMetal = ({ id, form }: Material): boolean =>
  (form === undefined || form === 'metal') && !GROUPS.has(id);

/** What the mixture is of: a price of it says something of theirs. */
const OF_NDPR: ReadonlySet<string> = new Set(['ndpr', 'neodymium', 'praseodymium']);
const areKin = (one: Material, other: Material): boolean =>
  one.id === other.id ||
  ((one.id === 'ndpr' || other.id === 'ndpr') && OF_NDPR.has(one.id) && OF_NDPR.has(other.id));

/** The only metal that a title names, where it speaks of goods or of prices, or says nothing else. */
function titled(line: string, materials: readonly Material[]): Said | undefined {
  if (HOUSE.test(line) || line.split(/\s+/u).length > MOST_WORDS) return undefined;
  const { metal, form } = metalTitled(line, materials);
  const material = withId(materials, String(metal ?? ''));
  const isOfGoods = form !== undefined || OF_PRICES.test(line) || readSubject(line, materials) !== undefined;
  return material !== undefined && isMetal(material) && isOfGoods ? { material, text: line } : undefined;
}

/**
 * @param above Lines above the heading. @param namesAt The column of names, where there is one. @param samples The first rows.
 * @returns Both in words, where no title names a metal of the columns or the rows; `undefined` where one does, or none names any.
 */
export function otherMetalIn(
  above: readonly TableRecord[],
  sheet: string | undefined,
  groups: readonly PriceGroup[],
  namesAt: number | undefined,
  samples: readonly TableRecord[],
  { materials }: RowContext,
): string | undefined {
  const titles = [...linesOf(above), ...(sheet === undefined ? [] : [sheet])].flatMap(
    (line) => titled(line, materials) ?? [],
  );
  if (titles.length === 0) return undefined;
  const own: readonly (Material | undefined)[] =
    namesAt === undefined
      ? groups.map(({ own: { metal } }) => withId(materials, String(metal ?? '')))
      : samples
          .map(({ cells }) => textOf(cells[namesAt]))
          .filter((text) => text !== '')
          .map((text) => readSubject(text, materials)?.material);
  const [first, ...others] = own;
  const [title] = titles;
  if (first === undefined || title === undefined) return undefined;
  // Above a list of several a title may speak of the first, or of what they are bought for.
  if (namesAt !== undefined && others.some((one) => one !== first)) return undefined;
  const isContrary = own.every(
    (one) => one !== undefined && isMetal(one) && titles.every(({ material }) => !areKin(material, one)),
  );
  return isContrary
    ? `“${shorten(title.text)}” says that its prices are of ${title.material.name}, and its ${namesAt === undefined ? 'columns' : 'rows'} that they are of ${first.name}: mend one of them, or say the metal as a setting (metal=${first.id})`
    : undefined;
}
