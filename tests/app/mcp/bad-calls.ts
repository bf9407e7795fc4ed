/** Calls that no tool can carry out, and what is said of each that helps to mend it: the same over every transport. */
import type { Client } from '@modelcontextprotocol/client';
import { wordsOf } from './linked.ts';

const KG = { material: 'neodymium', amount: 5, unit: 'kg' };
const COBALT = { material: 'cobalt', price: 15, currency: 'USD', per: 'lb' };

interface BadCall {
  readonly name: string;
  readonly given: Record<string, unknown>;
  /** What the message must name: the argument, and what it takes. */
  readonly says: RegExp;
}

const bad = (name: string, given: Record<string, unknown>, says: RegExp): BadCall => ({ name, given, says });

/** Each way to be wrong: missing, empty, too much, of another type, of no such kind, unknown, at odds with another, and deep within. */
export const BAD_CALLS: readonly BadCall[] = [
  bad('ask', {}, /question: .*expected string/),
  bad('ask', { question: ' ' }, /question: this is empty/),
  bad('ask', { question: 'a'.repeat(3001) }, /question: this is longer than 3000 characters/),
  bad('ask', { question: ['neodymium'] }, /question: .*expected string, received array/),
  bad('ask', { question: 'neodymium price', year: 2024 }, /there is no "year"; there are: question/),
  bad('get_series', { material: 'neodymium', metric: 'colour' }, /metric: .*"price"\|"production"/),
  bad('get_series', { material: 'neodymium', from: 2024 }, /from: a period is text: "2024"/),
  bad(
    'get_series',
    { material: 'neodymium', to: 'May' },
    /to: write a period as 2024, 2026-06 or 2026-11-20/,
  ),
  bad('get_series', { material: 'Nd', country: 'China', since: '2020' }, /no "country", no "since"; .*place/),
  bad(
    'get_series',
    { material: 'gold and silver' },
    /names 2 materials \(gold, silver\)\. Give one; compare/,
  ),
  bad('get_series', { material: 'Cu', from: '2026-06', to: '2026-01' }, /from: 2026-06 is after to: 2026-01/),
  bad('compare', { materials: ['neodymium', 'neodymium oxide'] }, /materials: all of these are neodymium/),
  bad(
    'draw_chart',
    { materials: ['cobalt', 'tin'], show: 'production' },
    /production is drawn of one material/,
  ),
  bad('compare', { materials: ['neodymium oxide', 'cobalt metal'] }, /several forms \(oxide, metal\)/),
  bad('compare', { materials: ['cobalt'] }, /give a second material, or both from and to/),
  bad('compare', { materials: [] }, /materials: give one material or more/),
  bad('compare', { materials: 'cobalt' }, /materials: .*expected array, received string/),
  bad(
    'compare',
    { materials: ['cobalt', 'nickel'], from: '2025', to: '2021' },
    /from: 2025 is after to: 2021/,
  ),
  bad('cost', { items: [{ material: 'x', amount: -1, unit: 'kg' }] }, /items\.0\.amount: .*more than zero/),
  bad('cost', { items: [{ ...KG, unit: 'kilo' }] }, /items\.0\.unit: .*"kg"\|"lb"\|"t"/),
  bad(
    'cost',
    { items: [{ ...KG, form: 'oxide' }] },
    /items\.0: there is no "form"; there are: material, amount/,
  ),
  bad('cost', { items: [{ ...KG, to: 2 }] }, /to \(2\) is less than amount \(5\)/),
  bad('cost', { items: [KG], period: 'May' }, /period: .*as 2025, 2026-06 or 2026-11-20/),
  bad('convert', { ...COBALT, wanted: {} }, /wanted: say at least one of currency, per, vat and form/),
  bad(
    'convert',
    { ...COBALT, wanted: { unit: 't' } },
    /wanted: there is no "unit"; there are: currency, per/,
  ),
  bad('convert', { ...COBALT, to_price: 10, wanted: { per: 'kg' } }, /to_price: 10 is less than price: 15/),
  bad(
    'convert',
    { ...COBALT, date: 'today', wanted: { per: 'kg' } },
    /date: a date is written as 2026-11-20/,
  ),
  bad('check_sources', { material: 'cobalt', claimed_percent: '80' }, /claimed_percent: .*expected number/),
  bad('list_materials', { name: 'cobalt' }, /there is no "name"; there are: search/),
  bad('draw_chart', { materials: ['cobalt'], show: 'pie' }, /show: .*"price"\|"production"\|"countries"/),
  bad(
    'draw_chart',
    { materials: Array.from({ length: 9 }, () => 'cobalt') },
    /give eight materials or fewer/,
  ),
];

/** Those of which a client was not told, as an error that names the fault, how to mend it. */
export async function badlyAnswered(client: Pick<Client, 'callTool'>): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { name, given, says } of BAD_CALLS) {
    const result = await client.callTool({ name, arguments: given });
    const said = wordsOf(result);
    if (result.isError !== true || !says.test(said)) faults.push(`${name} ${JSON.stringify(given)}: ${said}`);
  }
  return faults;
}
