/** What a source printed in a cell is read as it was printed, and written back the same. */
import { array, constantFrom, integer, property, assert, record, boolean } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readCell, writeCell } from '#src/domain/series/packs/cell.ts';

describe('a cell', () => {
  test.each([
    ['91,700', { range: { low: 91_700, high: 91_700 }, estimated: false }],
    ['92,000 e', { range: { low: 92_000, high: 92_000 }, estimated: true }],
    ['29,000 er [1,3]', { estimated: true, revised: true, notes: [1, 3] }],
    ['>75,000,000', { range: { low: 75_000_000, high: 75_000_000 }, qualifier: 'more than' }],
    ['<25', { qualifier: 'less than' }],
    ['880–1,000', { range: { low: 880, high: 1000 } }],
    ['10,000 - 15,000', { range: { low: 10_000, high: 15_000 } }],
    ['15.48', { range: { low: 15.48, high: 15.48 } }],
    ['W', { range: undefined, silence: 'withheld' }],
    ['NA', { silence: 'not available' }],
    ['—', { silence: 'zero' }],
    ['E [2]', { silence: 'net exporter', notes: [2] }],
    ['E e', { silence: 'net exporter', estimated: true }],
    ['s', { silence: 'small' }],
    ['Large', { silence: 'words', text: 'Large' }],
    ['Variable, depending on type of product', { silence: 'words' }],
    ['-10', { range: undefined, silence: 'words' }],
  ])('%s', (cell, expected) => expect(readCell(cell)).toMatchObject(expected));

  it('is written as it is read, whatever its marks', () => {
    assert(
      property(
        record({
          text: constantFrom('1', '91,700', '0.5', '>75', '880–1,000', 'W', 'NA', '—', 'E', 's', 'Large'),
          estimated: boolean(),
          revised: boolean(),
          notes: array(integer({ min: 1, max: 30 }), { maxLength: 3 }),
        }),
        (cell) => {
          expect(readCell(writeCell(cell))).toMatchObject(cell);
        },
      ),
    );
  });
});
