/** What belongs together and stands apart, and what stands together and is several: spans, parts, lists, places of trade. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { checkRows, type Row } from '../rows.ts';

const catalog = await loadCatalog(readDataOptions({}));

const check = (rows: readonly Row[]) => checkRows(rows, catalog, { withOutcome: true });

describe('spans with words between their ends', () => {
  check([
    ['nd output since 2022, all of it, up to 2025', /^answer: .*2022 to 2025/],
    ['how far down is nd oxide from its 2022 peak until 2024', /^answer: [^]*2022 to 2024: -58\.2 %/],
    ['terbium: how large was the fall between 2022 and 2024', /^answer: Terbium.*2022 to 2024: -60\.4 %/],
    ['neodymium in twenty23', /^answer: Neodymium, 2023/],
    ['nd price 2k22', /^answer: Neodymium, 2022: \$92\/kg/],
  ]);
});

describe('several in one', () => {
  check([
    ['nd price 2024 + output 2024', /^answer: Neodymium, 2024: \$125\/kg[^]*56,800 t/],
    [
      'three questions: nd price 2021, nd output 2021 and terbium price 2021',
      /^answer: [^]*\$75\/kg[^]*48,000 t[^]*\$1,340\/kg/,
    ],
    ['2 things - electronics share 2022; and the nd price 2022', /^answer: [^]*39 %[^]*\$92\/kg/],
    [
      'share of wind and electronics 2023',
      /^answer: Neodymium, 2023: Renewable energy 31 %, electronics 36 %[^]*none for wind power alone/,
    ],
  ]);
});

describe('of one place over years', () => {
  check([
    [
      'workers in US rare earth mines: 2022 against 2024',
      /^answer: Rare earths employment of the United States, 2022 against 2024/,
    ],
    ["China's part of US imports of yttrium", /^answer: Yttrium, US imports/],
    ['where does America get its dysprosium from', /^answer: [^]*US imports/],
    [
      'how did March 2023 look for the nd price',
      /^answer: Neodymium, 2023: \$110\/kg[^]*yearly figures only, nothing for “March 2023”/,
    ],
  ]);
});
