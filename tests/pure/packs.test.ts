/** The packs that are made: figures followed from the page, revisions, and that the checks find what is wrong. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readCell } from '#src/domain/series/packs/cell.ts';
import { metalSchema, type Pack } from '#src/domain/series/metal.ts';
import { checkTable, periodsOf } from '#src/domain/series/packs/pack-table.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';
import { judgePacks } from '#src/packs/judge-packs.ts';

const read = (id: string): Pack => metalSchema.parse(JSON.parse(readFileSync(`data/${id}.json`, 'utf8')));

function cellIn(pack: string, table: string, row: string, period: string): string | undefined {
  const found = read(pack).tables.find(({ id }) => id === table);
  const at = found === undefined ? -1 : periodsOf(found).indexOf(period);
  return found?.rows.find(([name]) => name === row)?.[at + 1];
}

describe('a figure is what the page prints', () => {
  test.each([
    ['cobalt', 'price-metal-lme', '', '2023', '15.48'],
    ['copper', 'price-world-bank-monthly', '', '2026-06', '13552'],
    ['lithium', 'production-mine', 'United States', '2024', 'W'],
    ['rare-earths', 'reserves-mcs-2026', 'World', '2026', '>75,000,000 [2]'],
    ['rare-earths', 'reserves-mcs-2026', 'Brazil', '2026', '11,000,000 [2]'],
    ['rare-earths', 'production-mcs-2026', 'Australia', '2024', '29,000 e'],
    [
      'iron-ore',
      'salient-net-import-reliance-as-a-percentage-of-apparent-consumption',
      'United States',
      '2025',
      'E e',
    ],
  ])('%s %s %s %s', (pack, table, row, period, printed) => {
    const cell = cellIn(pack, table, row, period) ?? '';
    expect(readCell(cell).text).toBe(readCell(printed).text);
  });

  it('has manganese by the metric ton unit, and vanadium’s reserves by the thousand tonnes', () => {
    expect(read('manganese').tables.find(({ metric }) => metric === 'price')?.unit).toBe('USD/mtu');
    expect(read('vanadium').tables.find(({ metric }) => metric === 'reserves')?.unit).toBe('kt');
  });

  it('leaves the quota’s footnote out of China’s output of 2024, as version 1.1 does', () => {
    const notes = withTables(read('rare-earths')).series.find(
      ({ id }) => id === 'china-production-mcs-2026',
    )?.notes;
    expect(notes).not.toContain('Production quota; does not include undocumented production.');
  });
});

it('a table with a cell too few, or with a footnote that is not there, is told', () => {
  const table = read('lithium').tables.find(({ metric }) => metric === 'production');
  expect(table === undefined ? [] : checkTable(table)).toEqual([]);
  const broken = table && { ...table, rows: [['World', '1 e [99]'] as const] };
  expect(broken === undefined ? [] : checkTable(broken).map(({ reason }) => reason)).toEqual([
    '1 cells for 2 periods',
    'there is no footnote 99',
  ]);
});

it('parts that do not add up are told, unless an exception says why; one that nothing needs is told too', () => {
  const pack = read('cobalt');
  const wrong: Pack = {
    ...pack,
    tables: pack.tables.map((table) =>
      table.id === 'production-mine'
        ? {
            ...table,
            rows: table.rows.map((row) =>
              row[0] === 'World' ? (['World', '1,000', '1,000'] as const) : row,
            ),
          }
        : table,
    ),
  };
  expect(judgePacks([pack], []).faults).toEqual([]);
  expect(judgePacks([wrong], []).faults.join('\n')).toContain(
    'no-part-above-total cobalt/production-mine/2024',
  );
  const reason = 'As printed; the release gives no reason.';
  const idle = [{ check: 'output-adds-up', where: 'cobalt/production-mine', reason }];
  expect(judgePacks([pack], idle).faults).toEqual([
    'output-adds-up cobalt/production-mine: accepted, and no longer so',
  ]);
});

describe('what the release leaves unsaid is said by the map', () => {
  test.each([
    ['mica', 'salient-net-import-reliance-as-a-percentage-of-apparent-consumption-2', 'sheet'],
    ['mica', 'salient-imports', 'scrap and flake'],
    ['industrial-diamond', 'salient-imports-for-consumption', 'bort, grit, dust and powder'],
  ])('two columns of one detail are told apart: %s %s', (pack, table, form) => {
    expect(read(pack).tables.find(({ id }) => id === table)?.form).toBe(form);
  });

  it('has wallboard by the million square feet', () => {
    expect(read('gypsum').tables.find(({ metric }) => metric === 'shipments')?.unit).toBe('million ft2');
  });

  test.each([
    ['coal', '2026-06', '138.5'],
    ['coal-south-african', '2024-01', '106.8'],
    ['urea', '2022-03', '872.5'],
    ['dap', '2022-04', '954'],
    ['tsp', '2026-06', '735.6'],
  ])('%s is of its own column of the Pink Sheet', (pack, period, printed) => {
    expect(cellIn(pack, 'price-world-bank-monthly', '', period)).toMatch(new RegExp(`^${printed}`));
  });
});
