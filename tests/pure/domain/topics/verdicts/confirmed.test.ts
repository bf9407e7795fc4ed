/** What is to be confirmed or denied: a move, a multiple, a figure, a status; and in which years something moved. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { checkRows, type Row } from '../../rows.ts';

const catalog = await loadCatalog(readDataOptions({}));

const check = (rows: readonly Row[]) => checkRows(rows, catalog, { withOutcome: true });

describe('a move', () => {
  check([
    [
      'did nd climb between 2022 and 2024',
      /^answer: Yes by the Farmonaut report, no by USGS MCS 2026\. Neodymium price/,
    ],
    [
      'did world output of neodymium decline in 2023',
      /^answer: No\. Neodymium world production, 2022 to 2023: \+5\.1 %/,
    ],
    ['has terbium tripled since 2021', /^answer: No\. Terbium/],
    ['did neodymium output double between 2021 and 2025', /^answer: No\. /],
    [
      'did the price gain more than 60 % from 2021 to 2024',
      /^answer: Yes by the Farmonaut report, no by USGS MCS 2026, as to more than 60 %/,
    ],
    ['is it true that dysprosium went down from 2022 to 2024', /^answer: Yes\. Dysprosium/],
    [
      'is it correct that output increased each year',
      /^answer: Yes\. Neodymium world production[^]*in each of 5 years/,
    ],
    ['is it right that mine output has never dropped', /^answer: Yes\. [^]*did not fall in any of 4 years/],
    ['did nd output rise faster than its price', /^answer: (?!Yes|No)/],
    ['is the share of electronics in tonnes falling', /^answer: (?!Yes|No)[^]*and not its tonnes/],
    ['why did the price rise', /^answer: Why did/],
  ]);
});

describe('a figure', () => {
  check([
    [
      'fact check: nd was $92 per kg in 2022',
      /^answer: Yes by the Farmonaut report\. Neodymium, 2022: \$92\/kg[^]*no; 2022: \$134\/kg/,
    ],
    [
      'is it right that nd output was 53,000 t in 2022',
      /^answer: No\. Neodymium, world production, 2022: 50,800 t/,
    ],
    ['was the electronics share 39 % in 2022', /^answer: Yes\. Neodymium, share of electronics, 2022: 39 %/],
    [
      'our file has 120 for neodymium in 2024, is that correct',
      /^answer: No\. Neodymium, 2024: \$125\/kg(?![^]*did not use)/,
    ],
    [
      'in which year was neodymium output 53,400 t',
      /^answer: Neodymium, world production, first at it in 2023/,
    ],
    [
      'what year was the renewables share 27 %',
      /^answer: Neodymium, share of renewable energy, first at it in 2022/,
    ],
    ['when will renewables reach 60 %', /^answer: Not in any year that I have/],
    ['was neodymium $120/kg in 2025', /^answer: It may have been by the Farmonaut report\./],
  ]);
});

describe('a status', () => {
  check([
    ['was there a glut of neodymium in 2024', /^answer: No\. Neodymium supply, 2024: shortage/],
    ['is it true that neodymium was tight in 2022', /^answer: Yes\. Neodymium supply, 2022: shortage/],
    ['is there any year with no shortage of neodymium', /^answer: No\. Neodymium supply, 2021 to 2026/],
  ]);
});

describe('the years in which it moved', () => {
  check([
    [
      'when did the neodymium price drop',
      /^answer: Neodymium price, years with a fall: none[^]*2025 may be one[^]*2023 \(-41\.8 %\) and 2024 \(-28\.2 %\)/,
    ],
    ['in which years did dysprosium gain', /^answer: Dysprosium oxide.*years with a rise: 2021/],
    [
      'has nd output ever shrunk or fallen',
      /^answer: No\. Neodymium world production, years with a fall: none/,
    ],
    ['did the copper price climb every year', /^answer: No\. Copper/],
    ['when will the price drop', /^answer: Will the neodymium price fall/],
    ['when did I lose my keys', /^none/],
  ]);
});
