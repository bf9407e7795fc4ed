/** Prices of several sources, one held against the other, by who says them or by the form that each is of. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { checkRows, type Row } from '../../rows.ts';

const catalog = await loadCatalog(readDataOptions({}));

const check = (rows: readonly Row[]) => checkRows(rows, catalog, { withOutcome: true });

describe('of one year', () => {
  check([
    [
      'spread of the report to usgs for 2022',
      /^answer: Neodymium price, 2022: \$92\/kg[^]*\$134\/kg[^]*USGS MCS 2026 is higher, by \$42 a kg: 1\.46 times/,
    ],
    ['which source has the higher nd price in 2024', /^answer: [^]*report is higher, by \$69 a kg/],
    ['how far apart were both sources in 2021', /^answer: Neodymium price, 2021[^]*by \$23 a kg/],
    ['gap: nd oxide against the report, 2023', /^answer: [^]*by \$32 a kg[^]*different bases/],
    ['usgs or farmonaut: who is lower in 2025', /^answer: [^]*higher, by \$27 to \$57 a kg/],
  ]);
});

describe('over years', () => {
  check([
    ['in which year did the two sources differ the most', /^answer: [^]*furthest apart in 2024: \$69 a kg/],
    [
      'neodymium metal against neodymium oxide, price gap',
      /^answer: [^]*No price here is said to be of metal/,
    ],
    ['did both sources fall in 2024', /^answer: No by the Farmonaut report, yes by USGS MCS 2026\./],
  ]);
});

describe('what is another question', () => {
  check([
    ['why do the sources differ', /^answer: Why do the report and USGS disagree/],
    ['do both sources agree', /^answer: No: the sources on neodymium do not all agree/],
    ['which sources do you have', /^answer: Neodymium: every figure comes from/],
    ['what is the difference between neodymium oxide and metal', /^answer: What is the difference/],
  ]);
});
