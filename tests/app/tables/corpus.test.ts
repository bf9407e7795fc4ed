/** The reader of tables on files as people have them: what is read is right, what is not is refused with the reason, and nothing else comes out. */
import { writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';
import { readTable } from '#src/quotes/tables/read-table.ts';
import { context, unpriced } from '../feeds/samples.ts';
import { CORPUS } from './corpus.ts';
import type { Case } from './case.ts';
import { CASES as AMONG_OTHERS } from './shapes/documents/among-others.ts';
import { CASES as ANSWERS } from './shapes/formats/answers.ts';
import { CASES as AT_HOME } from './shapes/names/at-home.ts';
import { CASES as BESIDE } from './shapes/values/beside.ts';
import { CASES as BULLETINS } from './shapes/documents/bulletins.ts';
import { CASES as CODES } from './shapes/formats/codes.ts';
import { CASES as CONTRACTS } from './shapes/documents/contracts.ts';
import { CASES as CONTRARY } from './shapes/values/contrary.ts';
import { CASES as CALENDARS } from './shapes/values/calendars.ts';
import { CASES as CONTRADICTIONS } from './shapes/values/contradictions.ts';
import { CASES as DESCRIBED } from './shapes/documents/described.ts';
import { CASES as ELEMENTS } from './shapes/formats/elements.ts';
import { CASES as EXPORTS } from './shapes/documents/exports.ts';
import { CASES as FILES } from './shapes/formats/files.ts';
import { CASES as HALVES } from './shapes/values/halves.ts';
import { CASES as GRADES } from './shapes/names/grades.ts';
import { CASES as INVOICES } from './shapes/documents/invoices.ts';
import { CASES as LETTERS } from './shapes/documents/letters.ts';
import { CASES as LISTS } from './shapes/documents/lists.ts';
import { CASES as MARKS } from './shapes/names/marks.ts';
import { CASES as NAMES } from './shapes/names/names.ts';
import { CASES as NESTED } from './shapes/formats/nested.ts';
import { CASES as OTHER_METALS } from './shapes/values/other-metals.ts';
import { CASES as OFFICES } from './shapes/documents/offices.ts';
import { CASES as OFFICE_UNITS } from './shapes/values/office-units.ts';
import { CASES as ORDERS } from './shapes/documents/orders.ts';
import { CASES as PRINTS } from './shapes/formats/prints.ts';
import { CASES as PRODUCTS } from './shapes/names/products.ts';
import { CASES as REMARKS } from './shapes/values/remarks.ts';
import { CASES as TIMES } from './shapes/values/times.ts';
import TONGUES from './shapes/names/tongues.json' with { type: 'json' };
import { CASES as SENDERS } from './shapes/documents/senders.ts';
import { CASES as SERVICES } from './shapes/formats/services.ts';
import { CASES as SOURCES } from './shapes/documents/sources.ts';
import { CASES as TOLD_BESIDE } from './shapes/values/told-beside.ts';
import { CASES as TOLD_AROUND } from './shapes/values/told-around.ts';
import { CASES as TRADES } from './shapes/documents/trades.ts';
import { CASES as UNIT_EXCEPTIONS } from './shapes/values/unit-exceptions.ts';
import { CASES as UNITS } from './shapes/values/units.ts';
import { CASES as VOID } from './shapes/values/void.ts';
import { CASES as WORDS } from './shapes/names/words.ts';
import { encodeLegacy } from './legacy.ts';

function inWords({
  metal,
  form,
  range: { low, high },
  currency,
  mass,
  date,
  period,
  purity,
  terms,
  place,
  vat,
  payment,
  estimated,
}: ReadQuote) {
  const words = [
    metal,
    form,
    low === high ? low : `${low}-${high}`,
    `${currency}/${mass}`,
    date,
    period,
    purity,
    terms === 'unstated' ? '' : terms,
    place,
    vat === 'unstated' ? '' : vat,
    payment,
    estimated ? 'estimated' : '',
  ];
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}

async function bytesOf({ text = '', sheets, encoding, legacy }: Case): Promise<Uint8Array> {
  if (sheets !== undefined) return await writeXlsx({ sheets });
  if (typeof text !== 'string')
    return await writeXlsx({ sheets: [{ name: 'Prices', rows: text.map((row) => [...row]) }] });
  if (legacy !== undefined) return encodeLegacy(text, legacy);
  if (encoding === 'gb18030') return encodeLegacy(text, encoding);
  if (encoding === 'utf16be') return Buffer.from(text, 'utf16le').swap16();
  return Buffer.from(text, encoding ?? 'utf8');
}

const ALL: readonly Case[] = [
  ...CORPUS,
  ...PRODUCTS,
  ...TIMES,
  ...BESIDE,
  ...UNITS,
  ...VOID,
  ...FILES,
  ...SOURCES,
  ...LISTS,
  ...EXPORTS,
  ...CONTRADICTIONS,
  ...UNIT_EXCEPTIONS,
  ...AMONG_OTHERS,
  ...PRINTS,
  ...CALENDARS,
  ...SERVICES,
  ...DESCRIBED,
  ...OFFICES,
  ...CONTRARY,
  ...LETTERS,
  ...CONTRACTS,
  ...REMARKS,
  ...ORDERS,
  ...CODES,
  ...INVOICES,
  ...OFFICE_UNITS,
  ...SENDERS,
  ...ANSWERS,
  ...AT_HOME,
  ...ELEMENTS,
  ...TOLD_BESIDE,
  ...TOLD_AROUND,
  ...TRADES,
  ...BULLETINS,
  ...WORDS,
  ...HALVES,
  ...NESTED,
  ...OTHER_METALS,
];
/** Their prices are all alike, and those of no metal. */
const UNPRICED: readonly Case[] = [...NAMES, ...GRADES, ...MARKS, ...TONGUES];

it.each([
  ...ALL.map((one) => [one.name, one, context] as const),
  ...UNPRICED.map((one) => [one.name, one, unpriced] as const),
])('%s', async (_, one, around) => {
  const settings = { ...ANY_TABLE, common: one.common ?? {}, chosen: one.chosen };
  const read = await readTable(await bytesOf(one), settings, around).catch((error: unknown) => ({
    quotes: [],
    rejected: [{ row: 0, reason: error instanceof Error ? error.message : String(error) }],
  }));
  expect(read.quotes.map(inWords).toSorted()).toEqual(one.prices.toSorted());
  expect(read.rejected.map(({ reason }) => reason)).toEqual(
    (one.refused ?? []).map((part) => expect.stringContaining(part)),
  );
});
