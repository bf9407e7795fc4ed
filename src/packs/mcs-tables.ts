/** The rows of a chapter as tables: one a statistic, stage and form, as they stand on the page. */
import type { Commodity } from './map.ts';
import type { McsRow } from './mcs.ts';
import { draft, type TableDraft } from './mcs-draft.ts';
import { basisOf, formOf, METRIC_OF, placeName, slug, stageOf } from './mcs-words.ts';
import { worldTables } from './mcs-world.ts';

const US = 'United States';
const SALIENT = 'Salient Statistics—United States';
const IMPORT_SOURCES = 'Import Sources';

/** All tables of a commodity: prices first, then the world, then the United States. */
export function mcsTables(commodity: Commodity, all: readonly McsRow[]): readonly TableDraft[] {
  const rows = all.filter((row) => isOf(commodity, row));
  const world = worldTables(
    commodity,
    rows.filter(({ section }) => section !== SALIENT && section !== IMPORT_SOURCES),
  );
  const salient = [
    ...Map.groupBy(
      rows.filter(({ section }) => section === SALIENT),
      keyOf,
    ).values(),
  ];
  const prices = salient
    .filter(([row]) => row?.statistic === 'Price')
    .map((group) => priceTable(commodity, group));
  const others = salient
    .filter(([row]) => row?.statistic !== 'Price')
    .flatMap((group) => {
      const parts = parted(group);
      const ofForm = commodity.commodityForms?.[group[0]?.commodity ?? ''];
      return parts.map((part, at) =>
        usTable(part, world, parts.length > 1 ? commodity.columns?.[at] : ofForm),
      );
    });
  const sources = [
    ...Map.groupBy(
      rows.filter(({ section }) => section === IMPORT_SOURCES),
      keyOf,
    ).values(),
  ].map(sourcesTable);
  return unique(withHeadline(commodity, [...prices, ...world, ...others, ...sources]));
}

/** Whether a row of the release is of a commodity of the map. */
export function isOf(commodity: Commodity, row: McsRow): boolean {
  const { chapter, commodities, only, except } = commodity;
  if (row.chapter !== chapter || (commodities !== undefined && !commodities.includes(row.commodity)))
    return false;
  if (only !== undefined && !new RegExp(only, 'u').test(row.detail)) return false;
  return except === undefined || !new RegExp(except, 'u').test(row.detail);
}

const keyOf = (row: McsRow): string => [row.commodity, row.statistic, row.detail, row.unit].join('|');

/** The mica chapter has two columns of one detail: the second value of a year starts another table. */
function parted(rows: readonly McsRow[]): readonly (readonly McsRow[])[] {
  const first = rows.filter((row, at) => rows.findIndex(({ year }) => year === row.year) === at);
  const rest = rows.filter((row) => !first.includes(row));
  return rest.length === 0 ? [first] : [first, ...parted(rest)];
}

function priceTable(commodity: Commodity, rows: readonly McsRow[]): TableDraft {
  const [first] = rows;
  if (first === undefined) throw new Error('a table without rows');
  const printed = commodity.prices[first.detail];
  if (printed === undefined)
    throw new Error(`${commodity.id}: the map says nothing of the price "${first.detail}"`);
  const form = commodity.commodityForms?.[first.commodity] ?? printed.form;
  return {
    ...draft(rows, { rowName: () => '' }),
    id: slug(
      `price ${form ?? (printed.basis === 'unstated' ? '' : (printed.basis ?? ''))} ${printed.purity ?? ''} ${printed.market ?? ''}`,
    ),
    role: 'other',
    ...printed,
    ...(form === undefined ? {} : { form }),
    label: first.detail,
  };
}

const isPrice = ({ metric }: TableDraft): boolean => metric === 'price';

/** The price of the map's headline first; what is another source's headline makes it a benchmark. */
function withHeadline(commodity: Commodity, tables: readonly TableDraft[]): readonly TableDraft[] {
  const wanted = commodity.headline?.toLowerCase();
  const head =
    tables.find(
      (table) => isPrice(table) && wanted !== undefined && table.label.toLowerCase().includes(wanted),
    ) ?? tables.find(isPrice);
  if (wanted !== undefined && (head === undefined || !head.label.toLowerCase().includes(wanted)))
    throw new Error(`${commodity.id}: no price has "${commodity.headline}" in its detail`);
  if (head === undefined) return tables;
  const role = commodity.worldBank === undefined ? ('headline' as const) : ('benchmark' as const);
  return [{ ...head, role }, ...tables.filter((table) => table !== head)];
}

/** @param column What the column is of, where another has the same detail. */
function usTable(rows: readonly McsRow[], world: readonly TableDraft[], column?: string): TableDraft {
  const [first] = rows;
  if (first === undefined) throw new Error('a table without rows');
  const metric = METRIC_OF[first.statistic] ?? 'production';
  const made = draft(rows, { rowName: ({ place }) => placeName(place) });
  const stage = metric === 'production' ? stageOf(first.detail) : undefined;
  const form = column ?? formOf(first.detail);
  const same = metric === 'production' ? world.find((table) => agrees(table, made)) : undefined;
  return {
    ...made,
    id: slug(`salient ${first.detail}`),
    ...(same === undefined ? {} : { family: same.family ?? same.id }),
    role:
      same?.role ??
      (metric === 'production' && world.some((table) => table.metric === metric) ? 'other' : 'headline'),
    basis: basisOf(first, first.detail),
    ...(stage === undefined ? {} : { stage }),
    ...(form === undefined ? {} : { form }),
  };
}

/** Whether the world's table and the one of the United States print the same, year by year: then they count the same. */
function agrees(world: TableDraft, us: TableDraft): boolean {
  const [columns, own] = [world.periods, us.periods];
  const row = world.rows.find(([place]) => place === US);
  if (world.unit !== us.unit || row === undefined || typeof columns === 'string' || typeof own === 'string')
    return false;
  const numbers = columns.map((period, at) => [
    bare(row[at + 1]),
    bare(us.rows[0]?.[own.indexOf(period) + 1]),
  ]);
  return numbers.every(([a, b]) => a === b) && numbers.some(([a]) => /^[\d,.]+$|^W$/u.test(a ?? ''));
}

const bare = (cell: string | undefined): string => (cell ?? '').split(' ')[0] ?? '';

function sourcesTable(rows: readonly McsRow[]): TableDraft {
  const [first] = rows;
  const form = first?.detail === 'All' ? undefined : first?.detail;
  return {
    ...draft(rows, { rowName: ({ place }) => placeName(place), period: () => '2021-24' }),
    id: slug(`import sources ${form ?? ''}`),
    ...(form === undefined ? {} : { form: form.charAt(0).toLowerCase() + form.slice(1) }),
    label: form === undefined ? 'Import sources' : `Import sources: ${form}`,
    scope: US,
  };
}

/** Ids that are there twice get a number. */
function unique(tables: readonly TableDraft[]): readonly TableDraft[] {
  const seen = new Map<string, number>();
  return tables.map((table) => {
    const count = (seen.get(table.id) ?? 0) + 1;
    seen.set(table.id, count);
    return count === 1 ? table : { ...table, id: `${table.id}-${count}` };
  });
}
