/** Any character there is, as a unit of fast-check's strings: its own `binary` keeps a table of all 1.1 million of them, which takes a second and 100 MB to make. */
import { integer, type Arbitrary } from 'fast-check';

const SURROGATES = { from: 0xd8_00, count: 0x8_00 };

/** Found again in a string that is given, so that names of built-in properties are among the strings too. */
export const anyCharacter: Arbitrary<string> = integer({ min: 0, max: 0x10_ff_ff - SURROGATES.count }).map(
  (at) => String.fromCodePoint(at < SURROGATES.from ? at : at + SURROGATES.count),
  (text) => {
    const point = typeof text === 'string' ? text.codePointAt(0) : undefined;
    if (point === undefined || String.fromCodePoint(point) !== text || isHalf(point))
      throw new Error('it is no character');
    return point < SURROGATES.from ? point : point - SURROGATES.count;
  },
);

const isHalf = (point: number) => point >= SURROGATES.from && point < SURROGATES.from + SURROGATES.count;
