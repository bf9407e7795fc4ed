/** The world's rows of a chapter as tables, those of one stage and form together. */
import type { Commodity } from './map.ts';
import type { McsRow } from './mcs.ts';
import { draft, type TableDraft } from './mcs-draft.ts';
import { baseOf, basisOf, formOf, METRIC_OF, placeName, slug, stageOf } from './mcs-words.ts';

export function worldTables({ output }: Commodity, rows: readonly McsRow[]): readonly TableDraft[] {
  const isMeant = ({ detail }: McsRow) => output !== undefined && detail.includes(output);
  const ordered = [...rows.filter(isMeant), ...rows.filter((row) => !isMeant(row))];
  const groups = [
    ...Map.groupBy(ordered, (row) =>
      [row.commodity, row.statistic, baseOf(row.detail).toLowerCase(), row.unit].join('|'),
    ).values(),
  ];
  const joined = joinSpecified(groups);
  const seen = new Set<string>();
  return joined.map(({ rows: inside, specified }) => {
    const [first] = inside;
    const detail = baseOf(first?.detail ?? '');
    const metric = METRIC_OF[first?.statistic ?? ''] ?? 'production';
    const role = seen.has(metric) ? ('other' as const) : ('headline' as const);
    seen.add(metric);
    const stage = metric === 'reserves' ? undefined : (stageOf(detail) ?? stageOf(first?.section ?? ''));
    const form = specified ? undefined : formOf(detail);
    return {
      ...draft(inside, {
        rowName: ({ place }) => placeName(place),
        noteOf: (row) => (specified ? formOf(baseOf(row.detail)) : undefined),
        ...(metric === 'reserves' ? { period: () => '2026' } : {}),
      }),
      id: slug(`${metric} ${stage ?? ''} ${form ?? ''}`),
      role,
      basis: basisOf(
        first,
        detail,
        // Of the whole table: what is said of one country's cell is not said of the others.
        (first?.footnotes ?? []).filter((note) => inside.every(({ footnotes }) => footnotes.includes(note))),
      ),
      ...(stage === undefined ? {} : { stage }),
      ...(form === undefined ? {} : { form }),
      ...(inside.some((row) => row.place === 'World total' && /rounded/u.test(row.detail))
        ? { rounded: true }
        : {}),
    };
  });
}

/**
 * A page that counts crude ore for one country and talc for another is one table: of each row it is said what it counts.
 * Columns that have places in common are tables of their own.
 */
function joinSpecified(groups: readonly (readonly McsRow[])[]) {
  const joined: { rows: readonly McsRow[]; specified: boolean }[] = [];
  for (const rows of groups) {
    const [first] = rows;
    const own = places(rows);
    const at = joined.findIndex(({ rows: [other, ...more] }) => {
      if (other === undefined || first === undefined) return false;
      const same =
        other.statistic === first.statistic &&
        other.unit === first.unit &&
        other.commodity === first.commodity &&
        stemOf(other.detail) === stemOf(first.detail);
      // A column that has nothing but a world total is a table of its own beside another total.
      const isTotal = own.size === 0 && hasTotal([other, ...more]);
      return same && !isTotal && [...places([other, ...more])].every((place) => !own.has(place));
    });
    const found = joined[at];
    if (found === undefined) joined.push({ rows, specified: false });
    else joined[at] = { rows: [...found.rows, ...rows], specified: true };
  }
  return joined;
}

const hasTotal = (rows: readonly McsRow[]): boolean => rows.some(({ place }) => place === 'World total');

const places = (rows: readonly McsRow[]): ReadonlySet<string> =>
  new Set(rows.map(({ place }) => place).filter((place) => place !== 'World total'));

/** What stands before the form: "Mine production: crude" and "Production—ulexite". */
const stemOf = (detail: string): string => baseOf(detail).split(/[:—]/u)[0]?.trim() ?? '';
