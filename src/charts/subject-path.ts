/** A chart's subject as a path, and back: "price/neodymium/2021-2026". For URLs. */
import type { ChartSubject } from '#src/domain/answer.ts';
import { quotesOf, quotesPath } from './quotes-path.ts';

const ID = '[a-z0-9][a-z0-9-]*';
/** Without a zero in front: a path that is written back is the same. */
const YEAR = '([1-9]\\d{3})';
const SPAN = `${YEAR}-${YEAR}`;
const OVER_YEARS = ['price', 'sectors-over-time', 'production'] as const;
const OF_A_YEAR = ['sectors', 'countries'] as const;
const SPAN_PATH = new RegExp(`^(${OVER_YEARS.join('|')})/(${ID})/${SPAN}$`);
const YEAR_PATH = new RegExp(`^(${OF_A_YEAR.join('|')})/(${ID})/${YEAR}$`);
const TWO_YEARS_PATH = new RegExp(`^compare-years/(${ID})/${SPAN}$`);
const METALS_PATH = new RegExp(`^compare-metals/(${ID}(?:\\.${ID})*)/${SPAN}$`);
const BARE_PATH = new RegExp(`^sparkline/(${ID})$`);
/** More metals than this make no picture. */
const MOST_METALS = 12;

export function subjectPath(subject: ChartSubject): string {
  switch (subject.kind) {
    case 'sectors':
    case 'countries':
      return `${subject.kind}/${subject.metal}/${subject.year}`;
    case 'compare-years':
      return `${subject.kind}/${subject.metal}/${subject.years.join('-')}`;
    case 'compare-metals':
      return `${subject.kind}/${subject.metals.join('.')}/${subject.from}-${subject.to}`;
    case 'sparkline':
      return `${subject.kind}/${subject.metal}`;
    case 'quotes':
      return quotesPath(subject);
    default:
      return `${subject.kind}/${subject.metal}/${subject.from}-${subject.to}`;
  }
}

/** @returns `undefined` for what is not a subject's path. */
export function subjectOf(path: string): ChartSubject | undefined {
  const span = SPAN_PATH.exec(path);
  const spanKind = OVER_YEARS.find((kind) => kind === span?.[1]);
  if (span !== null && spanKind !== undefined)
    return { kind: spanKind, metal: span[2] ?? '', from: Number(span[3]), to: Number(span[4]) };
  const one = YEAR_PATH.exec(path);
  const oneKind = OF_A_YEAR.find((kind) => kind === one?.[1]);
  if (one !== null && oneKind !== undefined)
    return { kind: oneKind, metal: one[2] ?? '', year: Number(one[3]) };
  const two = TWO_YEARS_PATH.exec(path);
  if (two !== null)
    return { kind: 'compare-years', metal: two[1] ?? '', years: [Number(two[2]), Number(two[3])] };
  const many = METALS_PATH.exec(path);
  if (many !== null) {
    const metals = (many[1] ?? '').split('.');
    if (metals.length > MOST_METALS) return undefined;
    return { kind: 'compare-metals', metals, from: Number(many[2]), to: Number(many[3]) };
  }
  const bare = BARE_PATH.exec(path);
  return bare === null ? quotesOf(path) : { kind: 'sparkline', metal: bare[1] ?? '' };
}
