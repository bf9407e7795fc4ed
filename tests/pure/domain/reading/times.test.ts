import { describe } from 'vitest';
import { checkAll, span } from './understanding.ts';

const price = { metrics: ['price'] } as const;

describe('single years', () => {
  checkAll([
    ['price in 2022', { ...price, intent: 'value', years: [2022], span: null }],
    ["nd price '24", { ...price, years: [2024] }],
    ['Neodymium price, FY2023?', { ...price, years: [2023] }],
    ['price fy24', { ...price, years: [2024] }],
    ['price CY 2024', { ...price, years: [2024] }],
    ['nd2024 price', { ...price, metals: ['neodymium'], years: [2024] }],
    ['so... 2025. what did it cost', { ...price, years: [2025] }],
    ['price in 24', { ...price, years: [2024] }],
    ['price for twenty twenty-four', { ...price, years: [2024] }],
    ['price in two thousand twenty three', { ...price, years: [2023] }],
    ['price last year', { ...price, years: [2025] }],
    ['what did nd cost the year before last', { ...price, years: [2024] }],
    ['price this yr', { ...price, years: [2026], current: false }],
    ['what will it cost next year?', { ...price, years: [2027], reason: false }],
    ['price two years ago', { ...price, years: [2024] }],
    ['price a year ago', { ...price, years: [2025] }],
    ['price 3 yrs ago', { ...price, years: [2023] }],
    ['a couple of years ago price', { ...price, years: [2024] }],
    ['price in 2 years', { ...price, years: [2028] }],
    ['price five years from now', { ...price, years: [2031] }],
    ['price in 2015', { ...price, years: [2015] }],
    ['prices 2021, 2023 and 2025', { ...price, years: [2021, 2023, 2025], span: null }],
    ['nd metal 23 avg $/kg', { ...price, metals: ['neodymium'], years: [2023], finerTime: null }],
    ['oxide 23', { years: [2023], form: 'oxide' }],
    ['fcst 26', { years: [2026], forecast: true }],
    ['tb 24', { metals: ['terbium'], years: [2024] }],
    ['nd output 24 t', { metrics: ['production'], years: [2024], amounts: [] }],
    ['nd 22 23 24', { metals: ['neodymium'], years: [2022, 2023, 2024], intent: 'value' }],
    ['cost of 24 kg nd', { years: [], amounts: [{ value: { low: 24, high: 24 }, unit: 'kg' }] }],
    ['USD 2024 price', { ...price, years: [2024], money: null }],
    ['2024 and the year before, price', { ...price, years: [2023, 2024] }],
    ['2023 vs the previous year', { intent: 'compare', years: [2022, 2023] }],
  ]);
});

describe('spans', () => {
  checkAll([
    ['2021 to 2023 prices', { ...price, ...span(2021, 2023) }],
    ['price 2021-2023', { ...price, ...span(2021, 2023) }],
    ['price 2021–23', { ...price, ...span(2021, 2023) }],
    ['neodymium price 2021/22', { ...price, ...span(2021, 2022) }],
    ['plot price 2021..2026', { intent: 'chart', ...span(2021, 2026) }],
    ["Give me nd prices '21-'23", { ...price, ...span(2021, 2023) }],
    ['from 21 to 25 price', { ...price, ...span(2021, 2025) }],
    ['prices from 2021 through 2024', { ...price, ...span(2021, 2024) }],
    ['price between 2022 and 2024?', { ...price, ...span(2022, 2024) }],
    ['price 2025 -> 2026', { ...price, ...span(2025, 2026) }],
    ['price from 2025 down to 2021', { ...price, years: [2021, 2025] }],
    ['prices 2025 to 2021', { ...price, ...span(2021, 2025) }],
    ['prices since 2023', { ...price, ...span(2023, 2026) }],
    ['prices from 2022 on', { ...price, ...span(2022, 2026) }],
    ['price 2023 onwards', { ...price, ...span(2023, 2026) }],
    ['price from 2022 till now', { ...price, ...span(2022, 2026) }],
    ['price 2021 to date', { ...price, ...span(2021, 2026) }],
    ['price until 2023', { ...price, ...span(2021, 2023) }],
    ['price up to 2024', { ...price, ...span(2021, 2024) }],
    ['prices before 2024', { ...price, ...span(2021, 2023) }],
    ['prices after 2022', { ...price, ...span(2023, 2026) }],
    ['price over the last 3 years', { ...price, ...span(2023, 2026) }],
    ['past two years price', { ...price, ...span(2024, 2026) }],
    ['price in recent years', { ...price, ...span(2023, 2026) }],
    ['last 2 complete years, what did neodymium cost', { ...price, ...span(2024, 2025) }],
    ['price over the past year', { ...price, ...span(2025, 2026) }],
    ['prices for the next two years', { ...price, ...span(2026, 2028) }],
    ['prices in the 2020s', { ...price, ...span(2020, 2029) }],
    ['price history please', { ...price, ...span(2021, 2026) }],
    ['prices over time', { ...price, ...span(2021, 2026) }],
    ['price in all years', { ...price, ...span(2021, 2026) }],
    ['electronics share every year', { metrics: ['share'], ...span(2021, 2026) }],
    ['dysprosium price history', { metals: ['dysprosium'], ...span(2020, 2024) }],
  ]);
});

describe('now', () => {
  checkAll([
    ['price today', { ...price, current: true, years: [2026], finerTime: null }],
    ["what's nd going for right now", { ...price, current: true, years: [2026] }],
    ['current price of neodymium?', { ...price, current: true, years: [2026] }],
    ['nd spot price', { ...price, current: true, years: [2026] }],
    ['Where is the price at these days?', { ...price, current: true, years: [2026] }],
    ['latest price', { ...price, current: true }],
    ['nd now', { ...price, metals: ['neodymium'], current: true }],
    ['2026 price forecast for neodymium', { ...price, forecast: true, years: [2026], current: false }],
    ['projected price', { ...price, forecast: true, years: [] }],
  ]);
});

describe('times that no yearly series has', () => {
  checkAll([
    ['march 2024 price', { ...price, finerTime: 'march 2024', years: [2024] }],
    ['price in Sept 2023', { ...price, finerTime: 'Sept 2023', years: [2023] }],
    ['may 2024 price', { ...price, finerTime: 'may 2024', years: [2024], reason: false }],
    ['prices may rise in 2025', { intent: 'change', finerTime: null, years: [2025] }],
    ['price in may', { ...price, finerTime: 'may', years: [2026] }],
    ['price on 5 May 2024', { ...price, finerTime: '5 May 2024', years: [2024] }],
    ['price on May 5th, 2024', { ...price, years: [2024] }],
    ['price 12/05/2024', { ...price, finerTime: '12/05/2024', years: [2024] }],
    ['price 2024-05-12', { ...price, finerTime: '2024-05-12', years: [2024] }],
    ['price 2024-05', { ...price, finerTime: '2024-05', years: [2024] }],
    ['price Q3 2023', { ...price, finerTime: 'Q3 2023', years: [2023] }],
    ['nd price h1 2025', { ...price, finerTime: 'h1 2025', years: [2025] }],
    ['first half of 2024 price', { ...price, years: [2024] }],
    ['mid-2024 price', { ...price, finerTime: 'mid-2024', years: [2024] }],
    ['price at the end of 2025', { ...price, finerTime: 'end of 2025', years: [2025] }],
    ["yesterday's price", { ...price, finerTime: "yesterday's", years: [2026] }],
    ['price last week', { ...price, finerTime: 'last week', years: [2026] }],
    ['price last month', { ...price, finerTime: 'last month', years: [2026] }],
    ['price 12 months ago', { ...price, finerTime: '12 months ago', years: [2025] }],
    ['price in 24 hours', { ...price, finerTime: 'in 24 hours' }],
    ['monthly prices 2023', { ...price, finerTime: 'monthly', years: [2023] }],
    ['daily price', { ...price, finerTime: 'daily', years: [] }],
    ['price in 3000', { ...price, finerTime: '3000', years: [] }],
    ['price in 200 years', { ...price, finerTime: 'in 200 years', years: [] }],
  ]);
});
