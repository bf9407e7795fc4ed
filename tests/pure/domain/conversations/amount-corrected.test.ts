/** A follow-up that corrects one thing of an amount: its unit, or how much of the metal its goods hold. */
import { describe, expect, test } from 'vitest';
import { after, lastOf } from './conversation.ts';

describe('the unit', () => {
  after(
    ['what do 40 lb of neodymium cost in 2023'],
    [
      'sorry, kg',
      'i meant kilos',
      'oops, kilograms',
      'kg, not lb',
      'not pounds, kg',
      'kg instead of lb',
      'kilograms rather than pounds',
      'kg, my bad',
    ],
    /40 kg of neodymium, 2023: \$4,400/,
  );
  after(['what do 40 lb of neodymium cost in 2023'], ['make that tonnes'], /40 t of neodymium/);
  after(['what do 40 lb of neodymium cost in 2023'], ['sorry, 50 kg'], /50 kg of neodymium/);
  after(['what do 40 lb of neodymium cost in 2023'], ['in kg', 'sorry, per kg'], /40 lb of neodymium/);
  after(['40 lb of neodymium and 3 t of terbium in 2023'], ['kg, not lb'], /40 kg of neodymium/);
  after(['neodymium price per lb in 2023'], ['sorry, kg'], /\$110\/kg/);

  test('of two amounts in units of their own the one that is meant is asked for', () => {
    expect(lastOf(['40 lb of neodymium and 3 t of terbium in 2023', 'sorry, kg'])).not.toMatch(/\$/);
  });
});

describe('the share of the metal in the goods', () => {
  after(
    ['neodymium in 200 kg of magnets in 2023'],
    ['with 25% instead', 'with 25 % Nd', 'what about 25 %', 'sorry, 25 percent', 'and at 25 %'],
    /200 kg of NdFeB magnets, 2023: \$5,500/,
  );
  after(
    ['neodymium in 200 kg of magnets in 2023'],
    ['with 5 % discount', 'what if it falls 5 %'],
    /magnets less 5 %/,
  );

  test('of what holds nothing but the metal no share is taken', () => {
    expect(lastOf(['40 kg of neodymium in 2023', 'with 25 % instead'])).not.toMatch(/\$/);
  });

  after(
    [],
    [
      '200 kg of magnets, 25 % of it neodymium, 2023',
      '200 kg of magnets in 2023, 25 % of them neodymium',
      '200 kg of magnets in 2023, of which 25 % is neodymium',
      '200 kg of magnets in 2023, 25 % of which is neodymium',
      '200 kg of magnets in 2023, 25 % of the magnets are neodymium',
      '200 kg of magnets in 2023, 25 % by weight neodymium',
    ],
    /200 kg of NdFeB magnets, 2023: \$5,500/,
  );
});
