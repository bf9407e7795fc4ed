/**
 * What alerts watch for, as data: until here they were kept as lines of words with a metal beside them. Each line is read once,
 * by what this version wrote; one that can't be read is kept as it is, so that it is shown and can be deleted.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const rules: Migration = {
  async up(db: Kysely<unknown>) {
    const { rows } = await sql<{ id: string; rule: string; metal: string }>`
      select id, rule, metal from alerts`.execute(db);
    for (const { id, rule, metal } of rows)
      await sql`update alerts set rule = ${ruleOfLine(rule, metal)} where id = ${id}`.execute(db);
    await db.schema.alterTable('alerts').dropColumn('metal').execute();
  },
};

type Row = Readonly<Record<string, string | number | null>>;

/** The same of a row that comes from an export of before. */
export function withRule({ metal, ...row }: Row): Row {
  return { ...row, rule: ruleOfLine(String(row['rule']), String(metal)) };
}

const NUMBER = /^\d+(?:\.\d+)?(?:e[+-]\d+)?$/;
const UNIT = /^(?:USD|CNY|EUR|GBP|JPY|INR)\/(?:kg|lb|t)$/i;
const FORM = /^(?:metal|oxide|alloy|contained metal)$/;

/**
 * A line as a rule, in JSON; what can't be read as it was, with its metal.
 * @example ruleOfLine('below 60 usgs', 'neodymium') // '{"of":{"material":"neodymium","source":"usgs"},"when":"below", ...}'
 */
export function ruleOfLine(line: string, metal: string): string {
  const rule = changeOf(line, metal) ?? thresholdOf(line, metal);
  return JSON.stringify(rule ?? { line, metal });
}

/** @example "change 5% 7 days oxide" */
function changeOf(line: string, material: string): object | undefined {
  const [, number = '', days, form] = /^change (\S+)% (\d+) days(?: (.+))?$/.exec(line) ?? [];
  const [percent, within] = [Number(number), Number(days)];
  if (!NUMBER.test(number) || percent < 0.1 || !(within >= 1 && within <= 365)) return undefined;
  if (form !== undefined && !FORM.test(form)) return undefined;
  const basis = form === undefined ? {} : { basis: { form } };
  return { of: { material, cadence: 'day' }, ...basis, repeat: 'each', change: { percent }, within };
}

/** @example "range 110-130 leaves entirely report", "above 600000 CNY/t oxide" */
function thresholdOf(line: string, material: string): object | undefined {
  const match = /^(?:(above|below|over|under) (\S+)|range (\S+?)(?<!e)-(\S+) (leaves|enters))( .+)?$/i.exec(
    line,
  );
  if (match === null) return undefined;
  const [, side = '', one, from = one, to = one, band = '', rest = ''] = match;
  const [low = '', high = ''] = [from, to];
  if (!NUMBER.test(low) || !NUMBER.test(high) || Number(low) <= 0) return undefined;
  if (band === '' ? low !== high : Number(low) >= Number(high)) return undefined;
  const ends = endOf(rest.trim(), material);
  if (ends === undefined) return undefined;
  const when = { over: 'above', under: 'below' }[side.toLowerCase()] ?? (side || band).toLowerCase();
  const { of, basis, reach, unit } = ends;
  const at = { range: { low: Number(low), high: Number(high) }, unit };
  return { of, ...basis, repeat: 'each', when, at, reach };
}

/** What stands after the price: a unit and a form of quotes; or how much of a figure must be past, and whose figure. */
function endOf(text: string, material: string) {
  const [unit = '', ...others] = text.split(' ');
  if (UNIT.test(unit)) {
    const [currency = '', mass = ''] = unit.split('/');
    const form = others.join(' ');
    if (form !== '' && !FORM.test(form)) return undefined;
    return {
      of: { material, cadence: 'day' },
      basis: form === '' ? {} : { basis: { form } },
      reach: 'touches',
      unit: `${currency.toUpperCase()}/${mass.toLowerCase()}`,
    };
  }
  const match = /^(entirely|touches)? ?(usgs|report)?$/i.exec(text);
  if (match === null) return undefined;
  const [, reach, source] = match;
  return {
    of: { material, ...(source === undefined ? {} : { source: source.toLowerCase() }) },
    basis: {},
    reach: reach?.toLowerCase() ?? 'touches',
    unit: 'USD/kg',
  };
}
