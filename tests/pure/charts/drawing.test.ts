import { createCanvas } from '@napi-rs/canvas';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps } from '#src/charts/drawing/boxes.ts';
import { chartSpec } from '#src/charts/find-spec.ts';
import type { ChartSpec } from '#src/charts/spec.ts';
import { fullConfig, lowestHeight } from '#src/charts/writers/full.ts';
import { historySpec } from '#src/charts/specs/quotes.ts';
import { addDays } from '#src/domain/measure/days.ts';
import { contrast, paletteOf } from '#src/charts/theme/palette.ts';
import { textWidth, wrapText } from '#src/charts/theme/text-width.ts';
import { anyRecipe, figuresOf, shippedFigures, SUBJECTS, subjectsOf, type Recipe } from './figures.ts';
import { draw, inkAtEdge, type Drawing } from '../../app/charts/pictures.ts';
import { cases } from '../../cases.ts';

const shipped = shippedFigures();
const light = paletteOf('light');

function specsOf(recipe: Recipe): readonly ChartSpec[] {
  const figures = figuresOf(recipe);
  return subjectsOf(figures, recipe.years).flatMap((subject) => chartSpec(subject, figures) ?? []);
}

function history(days: number, threshold?: number): ChartSpec[] {
  const quotes = Array.from({ length: days }, (_, i) => ({
    date: new Date(Date.UTC(2022, 0, 1) + i * 86_400_000).toISOString().slice(0, 10),
    range: { low: 60 + 20 * Math.sin(i / 40), high: 61 + 20 * Math.sin(i / 40) },
  }));
  const spec = historySpec({
    name: 'Neodymium oxide',
    unit: 'USD/kg',
    basis: '99.5 %',
    source: 'a feed',
    quotes,
    threshold: threshold === undefined ? undefined : { value: threshold, direction: 'above' },
  });
  return spec === undefined ? [] : [spec];
}

const largest = specsOf({ metals: 10, years: 40, seed: 5, gaps: true });
const smallest = specsOf({ metals: 1, years: 1, seed: 5, gaps: false });
const ordinary = Object.values(SUBJECTS).flatMap((subject) => chartSpec(subject, shipped) ?? []);
const all = [
  ...ordinary.map((spec) => ['shipped', spec] as const),
  ...largest.map((spec) => ['largest', spec] as const),
  ...smallest.map((spec) => ['smallest', spec] as const),
  ...[...history(1, 60), ...history(1826), ...history(90, 70)].map((spec) => ['quotes', spec] as const),
].map(([size, spec]) => ({ name: `${size} ${spec.of}`, spec }));

function overlapping(texts: Drawing['labels']): readonly string[] {
  return texts.flatMap((a, i) =>
    texts.slice(i + 1).flatMap((b) => (overlaps(a.box, b.box) ? [`${a.text} on ${b.text}`] : [])),
  );
}

test.each(all)('$name: nothing is cut off at the edges, and no label is on another', ({ spec }) => {
  const drawing = draw(spec);
  expect(inkAtEdge(drawing, light.paper, spec.bare === true ? 1 : 5)).toBe(0);
  expect(overlapping(drawing.labels)).toEqual([]);
  expect(overlapping(drawing.ticks)).toEqual([]);
});

test('places labels apart and inside, whatever the data', () => {
  fc.assert(
    fc.property(anyRecipe, fc.nat(7), fc.boolean(), (recipe, which, tall) => {
      const specs = specsOf(recipe);
      const spec = specs[which % specs.length];
      const drawing = spec && draw(spec, 'dark', 1, tall ? undefined : lowestHeight(spec));
      expect(drawing && overlapping(drawing.labels)).toEqual([]);
      expect(drawing && overlapping(drawing.ticks)).toEqual([]);
      expect(drawing && inkAtEdge(drawing, paletteOf('dark').paper, 1)).toBe(0);
    }),
    // Names at the ends of lines leave little to the years.
    { numRuns: cases(25), examples: [[{ metals: 4, years: 7, seed: 0, gaps: false }, 6, false]] },
  );
});

test('draws no dot that no source gives: of a range, its two ends', () => {
  fc.assert(
    fc.property(anyRecipe, fc.nat(7), (recipe, which) => {
      const specs = specsOf(recipe);
      const spec = specs[which % specs.length];
      const given = new Set(
        spec?.marks.flatMap((mark) =>
          mark.kind === 'line' || mark.kind === 'range'
            ? mark.points.flatMap(({ range }) => [range.low, range.high])
            : [],
        ),
      );
      const config = spec && fullConfig(spec, 'light', 440);
      const dots = config?.data.datasets.flatMap(({ data, pointRadius }) =>
        Array.isArray(data) && Array.isArray(pointRadius)
          ? data.filter((value, i) => value !== null && pointRadius[i] > 0)
          : [],
      );
      expect(dots?.filter((value) => !given.has(value))).toEqual([]);
    }),
    { numRuns: cases(40) },
  );
});

test('writes the years of the lines’ last figures where they are not the same', () => {
  const labels = draw(specOf('compare-metals')).labels.map(({ text }) => text);
  expect(labels).toContain('Neodymium 73');
  expect(labels).toContain('Europium 27 (2024)');
});

test.each([
  ['氧化镨钕', '碳酸镧铈'],
  ['네오디뮴', '디스프로'],
  ['النيوديميوم', 'الديسبروسيوم'],
  ['\u{20000}\u{20001}', '\u{20002}\u{20003}'],
])('draws %s as something else than %s: neither is a row of boxes', (one, other) => {
  const [first, second] = [one, other].map((name) => {
    const [spec] = history(30).map((given) => ({ ...given, title: name, subtitle: '', foot: '' }));
    const drawing = spec && draw(spec);
    // Above the key.
    return drawing?.rgba.subarray(0, drawing.width * 4 * 45).toString('latin1');
  });
  expect(first === second).toBe(false);
});

test('stands quotes where their days are, and joins nothing across a gap of months', () => {
  const quotes = [0, 1, 2, 3, 100, 101, 104].map((n) => ({
    date: addDays('2026-01-01', n),
    range: { low: 60 + n / 10, high: 62 + n / 10 },
  }));
  const spec = historySpec({ name: 'NdPr', unit: 'USD/kg', basis: '99 %', source: 'a feed', quotes });
  if (spec === undefined) throw new Error('no spec');
  const line = fullConfig(spec, 'light', 440).data.datasets.find(({ fill }) => fill === undefined);
  expect(line?.['data']).toEqual([
    ...[0, 1, 2, 3].map((x) => ({ x, y: 61 + x / 10 })),
    { x: 4, y: null },
    ...[100, 101, 104].map((x) => ({ x, y: 61 + x / 10 })),
  ]);
  expect(spec.altText.replaceAll('\u00A0', ' ')).toContain(
    'The line has a gap: no quotes from 4 Jan 2026 to 11 Apr 2026.',
  );
  const columnsWith = columns(draw(spec, 'light', 2), light.main, 400, 900);
  expect(columnsWith.some(Boolean)).toBe(false);
});

test('writes both ends of an alert’s band at their lines, wherever there is room', () => {
  const [spec] = history(90).flatMap(({ marks, ...rest }) => {
    const lines = [60, 70].map((value) => ({ value, text: `${value} flat` }));
    return [{ ...rest, marks: [...marks, { kind: 'rule', label: 'a band', lines } as const] }];
  });
  expect(spec && draw(spec).labels.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['60 flat', '70 flat']),
  );
});

test('writes every figure of a short history', () => {
  const spec = chartSpec(SUBJECTS['price'] ?? { kind: 'sparkline', metal: '' }, shipped);
  const labels = spec && draw(spec).labels.map((l) => l.text);
  expect(labels?.toSorted()).toEqual(
    ['75', '92', '110', '125', '100–130', '115–140', '98', '134', '78', '56', '73'].toSorted(),
  );
});

test('draws text: title, axis and foot are there in ink', () => {
  const drawing = draw(specOf('price'));
  expect(drawing.count(light.ink, { left: 20, top: 15, right: 580, bottom: 70 })).toBeGreaterThan(500);
  expect(drawing.count(light.quiet, { left: 20, top: 390, right: 580, bottom: 430 })).toBeGreaterThan(50);
});

test('fills the band of the ranges of 2025 and 2026, and none at the prose range of 2021', () => {
  const drawing = draw(specOf('price'));
  const left = { left: 60, top: 130, right: 330, bottom: 370 };
  const right = { left: 420, top: 130, right: 590, bottom: 370 };
  expect(drawing.count(light.band, left)).toBeLessThan(60);
  expect(drawing.count(light.band, right)).toBeGreaterThan(1200);
});

test('draws the way to the projection in dashes, and the rest of the line in one', () => {
  const drawing = draw(specOf('price'), 'light', 2);
  // Between the points, the columns that have some of the line's colour.
  const solid = columns(drawing, light.main, 230, 320);
  const dashed = columns(drawing, light.main, 910, 1040);
  expect(solid.every(Boolean)).toBe(true);
  expect(dashed.some(Boolean)).toBe(true);
  const gaps = dashed.filter((inked, i) => !inked && dashed[i - 1] === true).length;
  expect(gaps).toBeGreaterThanOrEqual(4);
});

/** Whether each column of the plot has a pixel of that colour. */
function columns(drawing: Drawing, color: string, from: number, to: number): readonly boolean[] {
  return Array.from(
    { length: to - from },
    (_, i) => drawing.count(color, { left: from + i, right: from + i + 1, top: 340, bottom: 560 }) > 0,
  );
}

function specOf(name: keyof typeof SUBJECTS): ChartSpec {
  const subject = SUBJECTS[name];
  const spec = subject && chartSpec(subject, shipped);
  if (spec === undefined) throw new Error(`no ${name}`);
  return spec;
}

test('reckons the width of text as the renderer measures it', () => {
  const context = createCanvas(1, 1).getContext('2d');
  const texts = ordinary.flatMap((s) => [s.title, s.subtitle, s.foot]);
  for (const weight of [400, 600, 700] as const) {
    context.font = `${weight} 16px Inter`;
    for (const text of texts) {
      const measured = context.measureText(text).width;
      expect(textWidth(text, 16, weight)).toBeGreaterThan(measured * 0.995);
      expect(textWidth(text, 16, weight)).toBeLessThan(measured * 1.1);
    }
  }
});

test('wraps any text into lines that fit', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 1, max: 3 }),
      (text, most) => {
        const lines = wrapText(text, 15, 400, 200, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        expect(Math.max(...lines.map((line) => textWidth(line, 15)))).toBeLessThanOrEqual(216);
      },
    ),
  );
});

test.each(['light', 'dark'] as const)('has colours that stand out from %s paper', (theme) => {
  const { paper, ink, quiet, main, benchmark, warn, series } = paletteOf(theme);
  for (const text of [ink, quiet, main, benchmark, warn]) expect(contrast(text, paper)).toBeGreaterThan(4.5);
  for (const color of series) expect(contrast(color, paper)).toBeGreaterThan(3);
});
