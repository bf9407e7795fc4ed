import { describe } from 'vitest';
import type { Amount } from '#src/domain/reading/amounts/asked-amounts.ts';
import type { MassUnit } from '#src/domain/measure/figure.ts';
import { checkAll } from './understanding.ts';

const mass = (low: number, unit: MassUnit, high = low): { amounts: Amount[] } => ({
  amounts: [{ value: { low, high }, unit }],
});
const magnets = { product: 'ndfeb-magnet' };

describe('amounts', () => {
  checkAll([
    ['what does 250 kg cost in 2023', { intent: 'cost', ...mass(250, 'kg'), years: [2023] }],
    ['1.5 t at 2025 prices', { intent: 'cost', ...mass(1.5, 't'), years: [2025] }],
    ['1.5t 2024', { intent: 'cost', ...mass(1.5, 't'), years: [2024] }],
    ['2 tonnes', { intent: 'cost', ...mass(2, 't') }],
    ['half a tonne in 2023', { intent: 'cost', ...mass(0.5, 't'), years: [2023] }],
    ['half tonne', { intent: 'cost', ...mass(0.5, 't') }],
    ['quarter of a tonne', { intent: 'cost', ...mass(0.25, 't') }],
    ['a tonne and a half 2024', { intent: 'cost', ...mass(1.5, 't') }],
    ['one and a half tonnes 2024', { intent: 'cost', ...mass(1.5, 't') }],
    ['a ton of neodymium in 2024', { intent: 'cost', ...mass(1, 't') }],
    ['price of 3 metric tons', { intent: 'cost', ...mass(3, 't') }],
    ['2 short tons 2023', { intent: 'cost', ...mass(2, 'short ton') }],
    ['1,000 kilos in 2022', { intent: 'cost', ...mass(1000, 'kg') }],
    ['1,200 kg neodymium 2024', { intent: 'cost', ...mass(1200, 'kg') }],
    ['1.000,5 kg', { intent: 'cost', ...mass(1000.5, 'kg') }],
    ['1.500 kg in 2023', { intent: 'cost', ...mass(1500, 'kg') }],
    ['1.125 t', { intent: 'cost', ...mass(1.125, 't') }],
    ['0,5 t 2024', { intent: 'cost', ...mass(0.5, 't') }],
    ["1'000 kg", { intent: 'cost', ...mass(1000, 'kg') }],
    ['1 000 kg 2024', { intent: 'cost', ...mass(1000, 'kg') }],
    ['10k kg 2024', { intent: 'cost', ...mass(10_000, 'kg') }],
    ['5 thousand kg', { intent: 'cost', ...mass(5000, 'kg') }],
    ['500 lbs of neodymium in 2024', { intent: 'cost', ...mass(500, 'lb') }],
    ['200 grams of neodymium', { intent: 'cost', ...mass(200, 'g') }],
    ['3-5 t in 2024', { intent: 'cost', ...mass(3, 't', 5) }],
    ['between 3 and 5 tonnes at 2024 prices', { intent: 'cost', ...mass(3, 't', 5), years: [2024] }],
    ['100kg-200kg 2024', { intent: 'cost', ...mass(100, 'kg', 200) }],
    ['2 or 3 tonnes 2022', { intent: 'cost', ...mass(2, 't', 3) }],
    ['twenty kilos 2023', { intent: 'cost', ...mass(20, 'kg') }],
    ['two hundred and fifty kilos in 2022', { intent: 'cost', ...mass(250, 'kg') }],
    ['a couple of tonnes', { intent: 'cost', ...mass(2, 't') }],
    ['a dozen kilos', { intent: 'cost', ...mass(12, 'kg') }],
    ['½ t', { intent: 'cost', ...mass(0.5, 't') }],
    ['1½ t', { intent: 'cost', ...mass(1.5, 't') }],
    ['How much would 750kg set me back this year?', { intent: 'cost', ...mass(750, 'kg'), years: [2026] }],
    ['3 t @ 2025', { intent: 'cost', ...mass(3, 't'), years: [2025] }],
    ['we bought 400 kg in 2022, what is that worth', { intent: 'cost', ...mass(400, 'kg') }],
    ['budget for 5000 kilos next order, 2026 prices', { intent: 'cost', ...mass(5000, 'kg'), years: [2026] }],
    ['cost of 20 kg terbium in 2022', { intent: 'cost', metals: ['terbium'], ...mass(20, 'kg') }],
    ['2000 kg', { intent: 'cost', ...mass(2000, 'kg'), years: [] }],
    ['price 2022 t', { intent: 'value', years: [2022], amounts: [] }],
    ['what does a kilo cost', { intent: 'cost', ...mass(1, 'kg'), perUnit: null }],
    ['how much is a kilo of nd', { intent: 'cost', ...mass(1, 'kg') }],
    ['price per gram', { intent: 'value', perUnit: 'g' }],
    ['price per ounce 2024', { intent: 'cost', ...mass(1 / 16, 'lb') }],
    ['price per 100 kg', { intent: 'cost', ...mass(100, 'kg') }],
    ['cost of -5 kg', { amounts: [] }],
    ['2 TB of storage', { intent: 'open', metals: [], amounts: [] }],
  ]);
});

describe('what the amount is of', () => {
  checkAll([
    [
      '250 kg of magnets',
      { ...magnets, amounts: [{ value: { low: 250, high: 250 }, unit: 'kg', ...magnets }] },
    ],
    ['magnets 250 kg 2024', { amounts: [{ value: { low: 250, high: 250 }, unit: 'kg', ...magnets }] }],
    [
      'what do 250 kg NdFeB magnets cost',
      { amounts: [{ value: { low: 250, high: 250 }, unit: 'kg', ...magnets }] },
    ],
    ['100 kg of neo magnets', { amounts: [{ value: { low: 100, high: 100 }, unit: 'kg', ...magnets }] }],
    ['250 kg of neodymium for magnets 2024', { ...mass(250, 'kg'), metals: ['neodymium'] }],
    [
      '100 kg neodymium oxide 2024 cost',
      { form: 'oxide', amounts: [{ value: { low: 100, high: 100 }, unit: 'kg', oxide: true }] },
    ],
    ['10 kg Nd2O3', { metals: ['neodymium'], ...mass(10, 'kg') }],
    ['250 kg of motors', { foreign: 'motors' }],
    ['250 kg of copper', { foreign: 'copper' }],
    ['2 t copper 2024', { foreign: 'copper' }],
    ['price of magnets', { intent: 'value', metrics: ['price'], ...magnets, amounts: [] }],
  ]);
});

describe('units, currencies, sums and percentages', () => {
  checkAll([
    ['price per tonne 2022', { intent: 'value', perUnit: 't', amounts: [] }],
    ['per kg price three years ago', { perUnit: 'kg', years: [2023] }],
    ['price a kilo', { intent: 'value', perUnit: 'kg', amounts: [] }],
    ['$ a kilo', { intent: 'value', metrics: ['price'], perUnit: 'kg' }],
    ['how much a kg in 2024', { metrics: ['price'], perUnit: 'kg' }],
    ['$/t 2025 neodymium', { metrics: ['price'], perUnit: 't' }],
    ['usd per lb 2022 neodymium', { metrics: ['price'], perUnit: 'lb', currency: null }],
    ['give me 2023 in usd/kg', { metrics: ['price'], perUnit: 'kg' }],
    ['nd price / lb this year', { metrics: ['price'], perUnit: 'lb' }],
    ["What's that in dollars per metric ton for 2023?", { metrics: ['price'], perUnit: 't' }],
    ['price in pounds 2024', { perUnit: 'lb', currency: null }],
    ['price in pounds sterling', { perUnit: null, currency: 'GBP' }],
    ['production in kg 2023', { metrics: ['production'], perUnit: 'kg' }],
    ['price by the tonne', { perUnit: 't' }],
    ['nd price in euros 2024', { currency: 'EUR' }],
    ['price in € per kg', { currency: 'EUR', perUnit: 'kg' }],
    ['price in rupees', { currency: 'INR' }],
    ['yuan price per tonne', { currency: 'CNY', perUnit: 't' }],
    ['price in australian dollars', { currency: 'AUD', countries: [] }],
    ['price in US dollars', { currency: null, countries: [] }],
    [
      'how many kg can I buy for $10,000',
      { intent: 'cost', money: { value: 10_000, currency: 'USD' }, amounts: [] },
    ],
    [
      'how much neodymium for 5000 dollars in 2024',
      { intent: 'cost', money: { value: 5000, currency: 'USD' }, years: [2024] },
    ],
    ['what can I get for €20k', { intent: 'cost', money: { value: 20_000, currency: 'EUR' } }],
    ['was it $110 in 2023?', { intent: 'value', metrics: ['price'], money: { value: 110, currency: 'USD' } }],
    ['did it rise 80 %', { percent: 80 }],
    ['did it rise 80 per cent', { percent: 80 }],
    ['did it double', { percent: 100 }],
    ['elektronics 2023 %', { percent: null, years: [2023], sectors: ['electronics'] }],
  ]);
});
