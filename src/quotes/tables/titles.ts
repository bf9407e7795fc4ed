/** What the lines around a table say of all its prices: unit, VAT, terms, place, the day, and of what they are. */
import type { Material } from '#src/domain/series/material.ts';
import { readSubject, takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import { saysSeveralForms } from '#src/domain/reading/quotes/form-words.ts';
import { readMassCell } from '#src/domain/reading/quotes/read-cell.ts';
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { weekdayNamed } from '#src/domain/reading/times/weekdays.ts';
import { orderIn } from './times/day-order.ts';
import { timeIn } from './cell-kinds.ts';
import { roleOf } from './columns/headings/heading-words.ts';
import { unitsStated, type StatedUnit } from './columns/stated-units.ts';
import { isPartedNote } from './left-rows.ts';
import { daysBetween, weekIn } from './times/spans-between.ts';
import { unitExceptionsIn } from './columns/unit-exceptions.ts';
import { bothHalvesOf } from './rows/row-units.ts';
import { lengthIn, rowOf } from './columns/headings/read-heading.ts';
import { isOldSheet, otherThingInTitles, saysVoid } from './other-things.ts';
import type { Row, RowContext } from './rows/row.ts';
import { isEmpty, textOf, withPlainDigits, type TableRecord } from './sheets/sheet.ts';
import {
  DATE_IN,
  OF_PRICES,
  datesIn,
  pricedDaysIn,
  dayYearIn,
  monthsIn,
  spansIn,
  yearsIn,
} from './times/title-times.ts';

interface TitlesSaid {
  readonly row: Row;
  /** The only year in them. */
  readonly year: string | undefined;
  /** The same where its line speaks of prices, and of that year's: days may be of it. */
  readonly dayYear: string | undefined;
  /** The only month in them, as "2026-11": of it may be rows that say their day alone. */
  readonly month: string | undefined;
  /** Words by which the prices are no prices of their time: in the money of another year, or foretold. */
  readonly unlike: string | undefined;
  /** A line by which they are no prices at all: premiums, stocks. */
  readonly other: string | undefined;
  /** A line that says that numbers are in thousands, or in other money: of which ones, nobody can say. */
  readonly doubtful: string | undefined;
  /** What its lines say that prices are in. */
  readonly stated: readonly StatedUnit[];
  /** The same of the lines below the last row alone. */
  readonly ends: readonly StatedUnit[];
  /** What a line says of single metals, by their ids. */
  readonly unitByMetal: ReadonlyMap<string, string> | undefined;
}

/** Rows in which the width of a table is looked for. */
const LOOKED_AT = 100;

/** In a sentence a symbol may be a word: only names count. */
const SHORTEST_NAME = 3;

const HAN = /\p{Script=Han}/u;

const UNLIKE =
  /[^.;]{0,40}(?:(?<!\p{L})(?:real|constant|deflated|inflation[- ]adjusted)(?!\p{L})|不变价|(?<!\p{L})(?:forecasts?|projections?|projected|prognose|estimates? for 20\d\d)(?!\p{L})|预测)[^.;]{0,40}/iu;

/** "All figures in thousands", which is no unit. */
const SCALE = String.raw`(?:thousands?|millions?|['’]?000s|1[,.']?000|tausend|tsd\.?|milliers)(?!\p{L})`;

const [SCALED, SCALE_LEFT] = [
  new RegExp(String.raw`(?<!\p{L})(?:in|by|x|×)\s*${SCALE}`, 'iu'),
  new RegExp(SCALE, 'iu'),
];

/** Money that is kept nowhere here, and that "$" in the cells may be. */
const OTHER_MONEY =
  /(?<!\p{L})(?:australian|canadian|hong kong|singapore|new zealand|taiwan)\s+dollars?(?!\p{L})|(?<!\p{L})(?:AU?|CA?|HK|SG?|NZ|NT)\$|(?<!\p{L})(?:AUD|CAD|HKD|SGD|NZD|TWD|CHF)(?!\p{L})/iu;

/** "100 % CAD": cash against documents. */
const OF_PAYMENT =
  /(?<!\p{L})(?:payment|terms|zahlung\p{L}*|paiement|pago|pagamento|płatność|оплата)(?!\p{L})|\d\s?% (?:CAD|TT|T\/T|LC|L\/C)(?!\p{L})|付款|支付|支払|결제/iu;

/** How a note says the day of the prices above it. */
const AS_OF =
  /(?<!\p{L})(?:as (?:of|at)|assessed(?: on)?|quoted on|prices (?:of|on)|(?:offer|quote|quotation|price|valuation|assessment) date|(?:angebots|preis|notierungs)datum|stand|kurse? vom|preise vom|(?:cours|prix) (?:au|du)|precios? (?:al?|del)|prezz[io] al|preços? (?:em|de)|ceny (?:z dnia|na)|prijzen per|цены на|截至|价格日期|現在|기준)(?!\p{L})/iu;

/** A weekly report has prices of days: only weekly prices are those of a week. */
const PERIOD_IN =
  /(?<!\p{L})(?:monthly|weekly|quarterly|annual|yearly)(?: (?:spot|market|price|[A-Z]\p{L}{1,11}))? (?:averages?|means?|prices?|fixings?|closing)(?!\p{L})|(?:月|周|季)度?均价/iu;

/** The same in other tongues, where one word says both how long and that it is a mean or not. */
const PERIODS_SAID: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!\p{L})(?:hebdomadaires?|semana(?:l|les|is)|settimanal[ei]|wöchentlich\p{L}{0,2}|wochen(?:durchschnitt|mittel|preis)\p{L}{0,4}|tygodniow\p{L}{1,4}|tý[dž]ď?enn\p{L}{1,4}|(?:еже|средне)?недельн\p{L}{1,4}|щотижнев\p{L}{1,3}|heti|haftalık|mingguan|vecko\p{L}{3,12}|ugentlig\p{L}{0,2}|ukentlig\p{L}{0,2}|viikko\p{L}{3,12}|wekelijkse?|weekgemiddeld\p{L}{1,3})(?!\p{L})|周度?均价|周度|週間|週平均|주간|주평균/iu,
    'weekly list',
  ],
  [
    /(?<!\p{L})(?:mensuel(?:le)?s?|mensua(?:l|les)|mensa(?:l|is)|mensil[ei]|monatlich\p{L}{0,2}|monats(?:durchschnitt|mittel|preis)\p{L}{0,4}|miesięczn\p{L}{1,4}|mě?síční\p{L}{0,3}|(?:еже|средне)месячн\p{L}{1,4}|щомісячн\p{L}{1,3}|havi|aylık|bulanan|månads\p{L}{3,12}|månedlig\p{L}{0,2}|kuukausi\p{L}{3,12}|maandelijkse?|maandgemiddeld\p{L}{1,3})(?!\p{L})|月度均价|月平均|월평균|월간/iu,
    'monthly list',
  ],
];
const MEANS =
  /(?<!\p{L})(?:averages?|means?|moyennes?|promedios?|medi[ae]|médias?|\p{L}*durchschnitt\p{L}*|\p{L}*mittel\p{L}*|średni\p{L}*|průměr\p{L}*|priemer\p{L}*|средн\p{L}*|átlag\p{L}*|ortalama|rata-rata|genomsnitt\p{L}*|gennemsnit\p{L}*|gjennomsnitt\p{L}*|keskiarvo\p{L}*|gemiddeld\p{L}*)(?!\p{L})|均价|平均|평균/iu;

/** @example periodSaid('Precios semanales (promedio)') // "weekly list mean" */
function periodSaid(title: string): string | undefined {
  const said = PERIODS_SAID.find(([pattern]) => pattern.test(title))?.[1];
  const isMean = MEANS.test(title);
  return said === undefined || !(isMean || OF_PRICES.test(title))
    ? undefined
    : isMean
      ? `${said} mean`
      : said;
}

const LONG = new WeakMap<readonly Material[], readonly Material[]>();

/** The same materials by the names that a sentence may have. Made once for a list of them, as is all that is kept of their names. */
function withLongNames(materials: readonly Material[]): readonly Material[] {
  const known = LONG.get(materials);
  if (known !== undefined) return known;
  const named = materials.map((one): Material => ({
    ...one,
    names: one.names.filter((name) => name.length >= SHORTEST_NAME || HAN.test(name)),
  }));
  LONG.set(materials, named);
  return named;
}

/**
 * @param above Lines above the heading. @param below Rows of the table, of which those with one cell are notes.
 * @param sheet The name of its sheet.
 */
export function titleRow(
  above: readonly TableRecord[],
  below: readonly TableRecord[],
  sheet: string | undefined,
  { materials, today }: RowContext,
): TitlesSaid {
  const named = withLongNames(materials);
  // “metal” or “prices”, as a list of JSON may be called, says nothing.
  const titles = [
    ...linesOf(above).map(withMassSaid),
    ...(sheet === undefined || roleOf(sheet) !== undefined ? [] : [sheet]),
  ];
  // The name of a sheet is no sentence: a symbol in it is one.
  const ofSheet = sheet === undefined || sheet.trim().length < 2 ? undefined : readSubject(sheet, materials);
  const width = Math.max(0, ...below.slice(0, LOOKED_AT).map(({ cells }) => cells.length));
  const noteRecords = below.filter(({ cells }) => {
    if (isPartedNote(cells, width, today)) return true;
    const [first, ...others] = cells.filter((cell) => !isEmpty(cell));
    return typeof first === 'string' && others.length === 0 && timeIn(first, today) === undefined;
  });
  const notes = linesOf(noteRecords).map(withMassSaid);
  const areNotes = new Set(noteRecords);
  const lastRow = below.findLastIndex((record) => !areNotes.has(record));
  const trailing = linesOf(below.slice(lastRow + 1));
  const parts = linesOf([...above, ...noteRecords], '; ');
  const apart = new Map(
    linesOf([...above, ...noteRecords]).map(
      (line, i) => [line, unitExceptionsIn(parts[i] ?? '', materials)] as const,
    ),
  );
  const saidOf = (line: string, otherwise: (text: string) => Row): Row => {
    const exceptions = apart.get(line);
    if (exceptions === undefined) return otherwise(line);
    return exceptions.unit === undefined ? {} : { unit: exceptions.unit };
  };
  const said = merged(
    titles.map((title) =>
      withoutRate(
        title,
        saidOf(title, (text) => saidIn(text, named, materials)),
      ),
    ),
  );
  const beside = merged(
    notes.map((note) =>
      withoutRate(
        note,
        saidOf(note, (text) => rowOf(takeNamed(text, named))),
      ),
    ),
  );
  const [exceptions, ...others] = [...apart.values()].filter((one) => one !== undefined);
  const order = orderIn(
    [...titles, ...notes].flatMap((title) =>
      (title.match(DATE_IN) ?? []).map((text) => ({ text, weekday: weekdayIn(title) })),
    ),
    today,
  );
  /** The Mondays of the weeks that titles say from day to day: their last day is that of the prices. */
  const weeks = new Map(
    titles.flatMap((title) => {
      const days = daysBetween(title, today);
      return days === undefined || weekIn(title, today) === undefined ? [] : [[title, days] as const];
    }),
  );
  const stated = titles.flatMap((title) =>
    datesIn(title, today, order).filter((day) => day !== weeks.get(title)?.[0]),
  );
  // A note that says another day than the title: nobody can say which is meant.
  const noted = [
    ...stated,
    ...notes.filter((note) => AS_OF.test(note)).flatMap((note) => datesIn(note, today, order)),
  ];
  const ofPrices = noted.length > 0 ? [] : titles.flatMap((title) => spansIn(title, today));
  const pricedDays = notes.flatMap((note) => pricedDaysIn(note, today, order));
  // Where nothing speaks of the time of prices, the only one in titles is it.
  const isLoose = noted.length === 0 && ofPrices.length === 0 && pricedDays.length === 0;
  const spans = isLoose ? titles.flatMap((title) => spansIn(title, today, true)) : ofPrices;
  const dates = new Set(noted.length > 0 ? noted : spans.length > 0 ? spans : pricedDays);
  const [period] = [
    ...titles.flatMap((title) => PERIOD_IN.exec(title)?.[0] ?? []),
    ...titles.flatMap((title) => periodSaid(title) ?? []),
  ];
  // The day at which a week ends is no day of its prices.
  const length = titles
    .map((title): Row =>
      weeks.has(title) ? { period: 'week' } : datesIn(title, today, order).length > 0 ? lengthIn(title) : {},
    )
    .find((one) => one['period'] !== undefined);
  const [date] = dates;
  const years = yearsIn(titles);
  const months = new Set(titles.flatMap((title) => monthsIn(title, today)));
  const { metal: _, form: _form, purity: _purity, place: _place, ...ofNotes } = beside;
  return {
    row: {
      ...ofNotes,
      ...said,
      ...(ofSheet === undefined ? {} : rowOf({ ...ofSheet, left: '' })),
      ...(dates.size === 1 && date !== undefined ? { date, ...length } : {}),
      ...(period === undefined ? {} : { period }),
    },
    year: years.size === 1 ? [...years][0] : undefined,
    dayYear: dayYearIn(titles),
    month: months.size === 1 ? [...months][0] : undefined,
    unlike:
      titles
        .filter((title) => !/nominal|current/i.test(title))
        .map((title) => UNLIKE.exec(title)?.[0].trim())
        .find((words) => words !== undefined) ??
      titles.find(saysVoid) ??
      (sheet !== undefined && isOldSheet(sheet) ? sheet : undefined),
    other: otherThingInTitles(sheet === undefined ? titles : [...linesOf(above), sheet]),
    doubtful: [...titles, ...notes].find(
      (line) =>
        (OTHER_MONEY.test(line) && !OF_PAYMENT.test(line)) ||
        (SCALED.test(line) && SCALE_LEFT.test(takeNamed(line, named).left)),
    ),
    ends: unitsStated(trailing.filter((line) => apart.get(line) === undefined)),
    stated: unitsStated([...titles, ...notes].filter((line) => apart.get(line) === undefined)),
    unitByMetal: others.length === 0 ? exceptions?.byMetal : undefined,
  };
}

const ISO =
  '(?:USD|EUR|GBP|CNY|RMB|JPY|INR|CHF|KRW|CAD|AUD|RUB|PLN|BRL|SEK|NOK|DKK|CZK|HUF|TRY|ZAR|MXN|HKD|TWD)';
/** "USD/INR 88.71", "Kurs NBP USD: 3,6412": what money costs says nothing of the unit of prices. */
const RATE = new RegExp(
  `(?<![A-Z])${ISO}\\s?[-/]?\\s?${ISO}(?![A-Z])|(?<!\\p{L})(?:(?:exchange|fx|conversion) rates?|ptax|ttm|\\p{L}*wechselkurs\\p{L}*|kurs (?:nbp|ezb|średni)|(?:nbp|ezb)[- ]kurs|(?:usd|eur|gbp|dollar|euro)-?kurs|taux de change|tipo de cambio|cambio bce|câmbio|курс (?:цб|доллара|евро))(?!\\p{L})|汇率|為替|환율`,
  'iu',
);
function withoutRate(line: string, { unit, ...said }: Row): Row {
  if (unit === undefined) return said;
  if (!RATE.test(line)) return { ...said, unit };
  // Another sentence of the line may say it.
  const own = line
    .split(/(?<=[.;。；])\s*/u)
    .flatMap((sentence) => (RATE.test(sentence) ? [] : (takeUnit(sentence).value ?? [])));
  return own.length === 1 && own[0] !== undefined ? { ...said, unit: own[0] } : said;
}

/** The only day of the week that a line names: "Fri 20/11/26". */
function weekdayIn(line: string): number | undefined {
  const named = line
    .split(/[^\p{L}]+/u)
    .flatMap((word) => (word.length > 2 ? (weekdayNamed(word) ?? []) : []));
  return new Set(named).size === 1 && (line.match(DATE_IN) ?? []).length === 1 ? named[0] : undefined;
}

/** A symbol is a name in a title only where the form stands behind it: "Nd oxide". */
const SYMBOL =
  /(?<![\p{L}\d])(?!(?:in|as|at|be|he|no|i|am|us)(?!\p{L}))\p{Lu}\p{Ll}?[ -](?:oxide|metal|alloy)(?!\p{L})/giu;

/** How fine goods are, and no share of a payment or a tax. */
const FINE = /(?<![\d.,])(?:[89]\d|100)(?:[.,]\d{1,5})?\s?%/u;

/** "Base metals": a group's name, and no form of its goods. */
const GROUP =
  /(?<!\p{L})(?:metals|\p{L}*metalle|\p{L}*metallpreise?|métaux|metales|metalli|metais|metalen|metale|металл(?:ы|ов)|minerals|ores)(?!\p{L})|金属价格|有色金属|小金属|非鉄金属|비철금속/iu;

/** The only metal that a title names, by its id, and the form that it says. */
export const metalTitled = (title: string, materials: readonly Material[]): Pick<Row, 'metal' | 'form'> =>
  saidIn(title, withLongNames(materials), materials);

/** What a title says; of two metals, neither is that of all rows. */
function saidIn(title: string, named: readonly Material[], materials: readonly Material[]): Row {
  const read = takeNamed(title, named);
  const isOfGroup = GROUP.test(title) || saysSeveralForms(title);
  const found = {
    ...read,
    // Of whom a title speaks may be a steel and alloy company.
    ...(isOfGroup || (read.material === undefined && !OF_PRICES.test(title) && title.split(/\s+/u).length > 3)
      ? { form: undefined }
      : {}),
    // The number of a day is no purity.
    ...(read.material === undefined && !FINE.test(title) ? { purity: '' } : {}),
    // "USD/kg or EUR/kg": nobody can say which.
    ...(read.unit !== undefined && isOtherUnit(read.unit, takeUnit(read.left).value)
      ? { unit: undefined }
      : {}),
  };
  const symbols = (title.match(SYMBOL) ?? []).map((symbol) => takeNamed(symbol, materials));
  const all = [found, takeNamed(found.left, named), ...symbols].flatMap(({ material }) => material?.id ?? []);
  if (new Set(all).size > 1) return rowOf({ ...found, material: undefined, form: undefined });
  const [symbol] = found.material === undefined ? symbols : [];
  return { ...rowOf(found), ...(symbol === undefined ? {} : rowOf(symbol)) };
}

/** Whether two whole units are of other money, or another mass. */
function isOtherUnit(one: string, other: string | undefined): boolean {
  const [a, b] = [one, other ?? ''].map((unit) => readPricePer(withKnownUnits(unit)));
  if (a?.money === undefined || b?.money === undefined) return false;
  return (
    a.money.id !== b.money.id || (b.mass !== undefined && a.mass !== undefined && a.mass.id !== b.mass.id)
  );
}

/** @param mark What stands between the cells of a line. */
export const linesOf = (records: readonly TableRecord[], mark = ' ') =>
  records.map(({ cells }) =>
    cells
      .filter((cell) => !isEmpty(cell))
      .map((cell) => textOf(withPlainDigits(cell)))
      .join(mark),
  );

/** "currency: EUR, unit: tonne" as one unit. */
const withMassSaid = (line: string): string =>
  line.replace(MASS_SAID, (whole, word: string) =>
    readMassCell(word) === undefined ? whole : ` per ${word}`,
  );
const MASS_SAID =
  /(?<!\p{L})(?:units?|uom|unit of measure|einheit|unité|unidad|unità|unidade|mass|weight)\s?[:=]\s?(\p{L}{1,12}(?: (?:ton|oz|ounce)(?!\p{L}))?)(?![\p{L}/])/iu;

/** What lines say; a field of which they say different things is left out. */
function merged(rows: readonly Row[]): Row {
  const all: Record<string, string> = {};
  const apart = new Set<string>();
  for (const [field, value] of withWholeUnit(rows).flatMap((row) => Object.entries(row))) {
    if (all[field] !== undefined && all[field] !== String(value)) apart.add(field);
    all[field] = String(value);
  }
  return Object.fromEntries(Object.entries(all).filter(([field]) => !apart.has(field)));
}

/** Where one line says the money and another the mass, the unit is both: "Currency: EUR", "Basis: per tonne". */
function withWholeUnit(rows: readonly Row[]): readonly Row[] {
  const said = rows.flatMap(({ unit }) => (unit === undefined ? [] : [String(unit)]));
  const unit =
    new Set(said).size === 2
      ? bothHalvesOf(said[0] ?? '', said.find((one) => one !== said[0]) ?? '')
      : undefined;
  return unit === undefined ? rows : rows.map((row) => (row.unit === undefined ? row : { ...row, unit }));
}
