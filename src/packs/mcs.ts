/** Mineral Commodity Summaries as its data release has it, with what was revised since and the units that are known to be wrong. */
import type { PackMap } from './map.ts';
import type { Row, SourceFolder } from './source-files.ts';

/** One printed figure. */
export interface McsRow {
  readonly chapter: string;
  readonly section: string;
  readonly commodity: string;
  readonly place: string;
  readonly statistic: string;
  readonly detail: string;
  readonly unit: string;
  readonly year: string;
  readonly value: string;
  readonly estimated: boolean;
  readonly footnotes: readonly string[];
  readonly critical: 'Yes' | 'No' | undefined;
  readonly about: string;
}

const FILE = 'usgs/mcs2026-commodities.csv';
/** Said of so many figures that it says nothing of any. */
const GENERAL = /^(?:Estimated\s?\.?|Reported\.|See Appendix C\b.*|Defined as .*)$/u;

/** All rows, in the release's order. @throws Error where a revision finds nothing to revise. */
export async function readMcs(folder: SourceFolder, { unitFixes }: PackMap): Promise<readonly McsRow[]> {
  const [rows, revisions] = [
    await folder.csv(FILE, 'windows-1252'),
    await folder.csv('usgs/mcs2026-revisions.csv'),
  ];
  const read = rows.map((row) => mcsRow(row));
  const fixed = read.map((row) => {
    const fix = unitFixes.find(
      ({ chapter, detail }) => chapter === row.chapter && row.detail.startsWith(detail),
    );
    return fix === undefined ? row : { ...row, unit: fix.unit };
  });
  return revisions.reduce<readonly McsRow[]>(revise, fixed);
}

function mcsRow(row: Row): McsRow {
  const text = (column: string) => (row[column] ?? '').replaceAll(/\s+/gu, ' ').trim();
  const notes = text('Notes')
    .split(/\s*--\s*/u)
    .filter((note) => note !== '');
  const critical = text('Is critical mineral 2025');
  return {
    chapter: text('MCS chapter'),
    section: text('Section').replace(/:$/u, ''),
    commodity: text('Commodity'),
    place: text('Country'),
    statistic: text('Statistics'),
    // The minus of "1-gram" and of "imports - exports" was lost on the way.
    detail: text('Statistics_detail').replace(/^1\?/u, '1-').replace('relianceas', 'reliance as'),
    unit: text('Unit'),
    year: text('Year'),
    value: text('Value').replace(/^\?/u, '-'),
    estimated: notes.some((note) => /^Estimated\s?\.?$/u.test(note)),
    footnotes: notes.filter((note) => !GENERAL.test(note)),
    critical: critical === 'Yes' || critical === 'No' ? critical : undefined,
    about: text('Other notes'),
  };
}

/** What a revision changes: a reserve's value, or a footnote on a figure; a sentence of the text is no figure of the release. */
function revise(rows: readonly McsRow[], revision: Row): readonly McsRow[] {
  const noted = reviseFootnote(rows, revision);
  if (noted !== undefined) return noted;
  const [, what] = /^reserves, (.+), tonnes/u.exec(revision['what'] ?? '') ?? [];
  if (what === undefined) return rows;
  const place = what.startsWith('world total') ? 'World total' : what;
  const [before, after] = [grouped(revision['before']), grouped(revision['after'])];
  let found = 0;
  const revised = rows.map((row) => {
    const is =
      row.chapter === revision['chapter'] &&
      row.statistic === 'Reserves' &&
      row.place === place &&
      row.value === before;
    if (!is) return row;
    found += 1;
    return {
      ...row,
      value: after,
      footnotes: [...row.footnotes, `Revised in version ${revision['version']}; it was ${before}.`],
    };
  });
  if (found !== 1)
    throw new Error(
      `Revision ${revision['version']} of ${revision['chapter']}, ${what}: ${found} rows have ${before}`,
    );
  return revised;
}

/** "Footnote 14 (production quota ...) on China's mine production of 2024: removed". */
function reviseFootnote(rows: readonly McsRow[], revision: Row): readonly McsRow[] | undefined {
  const what = revision['what'] ?? '';
  const [, inside, place, year] =
    /^footnote \d+ \(([^,)]+).*\) on (.+)'s mine production of (\d{4})$/u.exec(what) ?? [];
  if (inside === undefined || revision['after'] !== 'removed') return undefined;
  return rows.map((row) => {
    const is =
      row.chapter === revision['chapter'] &&
      row.detail === 'Mine production' &&
      row.place === place &&
      row.year === year;
    if (!is) return row;
    return { ...row, footnotes: row.footnotes.filter((note) => !note.toLowerCase().startsWith(inside)) };
  });
}

/** ">85000000" as the release prints it: ">85,000,000". */
const grouped = (text = ''): string =>
  text.replaceAll(/\d+/gu, (digits) => Number(digits).toLocaleString('en-US'));
