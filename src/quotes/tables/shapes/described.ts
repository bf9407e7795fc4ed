/**
 * Tables of central banks and statistical offices, whose columns are described by a row each: names, descriptions, units, sources, codes, and
 * then days with their values. They are read as ordinary ones with names and units as their heading.
 */
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { isAmount, timeIn } from '../cell-kinds.ts';
import { roleOf } from '../columns/headings/heading-words.ts';
import { scaleOf } from '../columns/scales.ts';
import type { RowContext } from '../rows/row.ts';
import { isEmpty, textOf, type Cell, type TableRecord } from '../sheets/sheet.ts';
import labels from './described-labels.json' with { type: 'json' };

/** Rows in which the first day is looked for. */
const MOST_ABOVE = 60;
/** Rows that describe columns. */
const MOST_DESCRIBING = 24;

const KINDS = ['title', 'description', 'unit', 'scale', 'frequency', 'skipped'] as const;
type Kind = (typeof KINDS)[number];
const BY_LABEL: ReadonlyMap<string, Kind> = new Map(
  KINDS.flatMap((kind) => labels[kind].split('|').map((label) => [label, kind] as const)),
);

function kindOf(cell: Cell | undefined): Kind | undefined {
  const label = textOf(cell).replace(/\s*[:：]$/u, '');
  return BY_LABEL.get(label.toLowerCase()) ?? BY_ROLE[roleOf(label) ?? ''];
}

/** Words that head columns elsewhere. */
const BY_ROLE: Readonly<Record<string, Kind | undefined>> = {
  metal: 'title',
  form: 'description',
  purity: 'description',
  terms: 'description',
  place: 'description',
  vat: 'description',
  unit: 'unit',
};

const filled = (cells: readonly Cell[]) => cells.filter((cell) => !isEmpty(cell)).length;

interface Describing {
  readonly kind: Kind;
  readonly cells: readonly Cell[];
}

/** The same with one heading; `undefined` where no such rows stand above its days. */
export function described(
  records: readonly TableRecord[],
  { materials, today }: Pick<RowContext, 'materials' | 'today'>,
): readonly TableRecord[] | undefined {
  const first = records
    .slice(0, MOST_ABOVE)
    .findIndex(
      ({ cells: [date, ...values] }) =>
        timeIn(date, today) !== undefined && values.some((cell) => isAmount(cell, today)),
    );
  const block = blockAbove(records.slice(0, Math.max(first, 0)));
  const rows = block.rows.filter(({ kind }) => kind !== 'skipped');
  const has = (kind: Kind) => rows.some((row) => row.kind === kind);
  // One labelled row is a heading that has a word in its first cell.
  if (first < 0 || block.labelled < 2 || !has('unit') || !(has('title') || has('description')))
    return undefined;
  const width = Math.max(...block.rows.map(({ cells }) => cells.length));
  const line = records[first - 1]?.line ?? 0;
  const textsAt = (kind: Kind, at: number) =>
    rows.flatMap((row) => (row.kind === kind && !isEmpty(row.cells[at]) ? [textOf(row.cells[at])] : []));
  const columns = Array.from({ length: width - 1 }, (_, i) => {
    const at = i + 1;
    const names = [...textsAt('title', at), ...textsAt('description', at)];
    const unit = unitOf(textsAt('unit', at), textsAt('scale', at));
    const name = nameOf(names, materials);
    // What is in another unit than money for a mass is no price, whatever it is called.
    return unit.isPrice && unit.text !== ''
      ? `${name} (${unit.text})`
      : `${names.join(' ')} ${unit.text}`.trim();
  });
  return [
    ...records.slice(0, block.from),
    { line, cells: [dateHeading(rows), ...columns] },
    ...records.slice(first),
  ];
}

const SPANS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:m|monthly|month|monatlich|mensuel(?:le)?|mensual|mensal|mensile|miesięczn\p{L}*|ежемесячн\p{L}*|月次|月度|月|월)$/iu,
    'Month ending',
  ],
  [
    /^(?:w|weekly|week|wöchentlich|hebdomadaire|semanal|settimanale|tygodniow\p{L}*|еженедельн\p{L}*|週次|周度|周|주)$/iu,
    'Week ending',
  ],
  [
    /^(?:q|quarterly|quarter|vierteljährlich|quartalsweise|trimestriel(?:le)?|trimestral|trimestrale|kwartaln\p{L}*|ежеквартальн\p{L}*|四半期|季度|분기)$/iu,
    'Quarter ending',
  ],
];

/** The days of monthly values stand for their months. */
function dateHeading(rows: readonly Describing[]): string {
  const said = new Set(
    rows.flatMap(({ kind, cells }) =>
      kind === 'frequency'
        ? cells
            .slice(1)
            .map(textOf)
            .filter((one) => one !== '')
        : [],
    ),
  );
  const [only = ''] = said;
  const span = said.size === 1 ? SPANS.find(([pattern]) => pattern.test(only))?.[1] : undefined;
  return span ?? 'Date';
}

/** The rows right above the first day that describe columns, and where they begin. */
function blockAbove(above: readonly TableRecord[]) {
  const rows: Describing[] = [];
  let from = above.length;
  let labelled = 0;
  for (const { cells } of above.toReversed()) {
    if (rows.length >= MOST_DESCRIBING) break;
    const kind = kindOf(cells[0]) ?? (isEmpty(cells[0]) ? 'title' : undefined);
    const isOfDates = roleOf(textOf(cells[0])) === 'date';
    const isLabelled = kindOf(cells[0]) !== undefined;
    // Right above the days, the word for them stands beside codes, or alone.
    // Above rows that are labelled, one cell is enough: of a single series.
    const least = labelled > 1 && isEmpty(cells[0]) ? 1 : 2;
    if (!isLabelled && !(isOfDates && rows.length === 0) && (filled(cells) < least || kind === undefined))
      break;
    if (isLabelled) labelled += 1;
    from -= 1;
    rows.unshift({ kind: kind ?? (areCodes(cells.slice(1)) ? 'skipped' : 'title'), cells });
  }
  return { rows, from, labelled };
}

/** "SF43784", "XIOSP": no names. */
const areCodes = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => isEmpty(cell) || /^[A-Z0-9][A-Z0-9._/-]{3,}$/u.test(textOf(cell)));

/** The text that says most of a product; of none that is known, all of them. */
function nameOf(names: readonly string[], materials: RowContext['materials']): string {
  const known = names.flatMap((name) => {
    const subject = readSubject(name, materials);
    return subject === undefined ? [] : [{ name, subject }];
  });
  const of = new Set(known.map(({ subject }) => subject.material.id));
  const worth = ({ subject }: (typeof known)[number]) =>
    [subject.form, subject.purity === '' ? undefined : subject.purity, subject.terms, subject.place].filter(
      (part) => part !== undefined,
    ).length;
  const [best] = known.toSorted((a, b) => worth(b) - worth(a));
  return best !== undefined && of.size === 1 ? best.name : names.join(' ');
}

/** The unit of a column, in thousands where a row of scales says so. */
function unitOf(
  units: readonly string[],
  scales: readonly string[],
): { readonly text: string; readonly isPrice: boolean } {
  const text = units.find((one) => isPricePer(one)) ?? units.join(' ');
  const times = scales.map((scale) => scaleOf('multiplier', scale === '' ? '1' : scale));
  const isOnes = times.every((one) => one === 1);
  const isThousands = times.length > 0 && times.every((one) => one === 1000);
  if (!isPricePer(text) || !(isOnes || isThousands))
    return { text: [text, ...scales].join(' '), isPrice: text === '' && scales.length === 0 };
  return { text: isThousands ? `thousand ${text}` : text, isPrice: true };
}

function isPricePer(text: string): boolean {
  const { money, mass } = readPricePer(withKnownUnits(text));
  return money !== undefined && mass !== undefined;
}
