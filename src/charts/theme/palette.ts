/** Colours: from Okabe and Ito's set, told apart with every common kind of colour blindness, on white and on dark; and how firmness looks. */
import type { Firmness, Tone } from '#src/charts/spec.ts';

export type ThemeName = 'light' | 'dark';

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly grid: string;
  readonly axis: string;
  readonly main: string;
  readonly benchmark: string;
  readonly band: string;
  readonly bar: string;
  readonly rest: string;
  readonly warn: string;
  /** For parts and peers, in this order; past the last one they repeat. */
  readonly series: readonly string[];
}

const LIGHT: Palette = {
  paper: '#ffffff',
  ink: '#1d1c1d',
  quiet: '#5c5a5e',
  grid: '#e8e8ea',
  axis: '#a3a5a9',
  main: '#0067a5',
  benchmark: '#c14f00',
  band: '#cfe2ef',
  bar: '#b9c3cf',
  rest: '#dfe2e6',
  warn: '#b0005e',
  series: ['#0067a5', '#c14f00', '#00795a', '#a64d87', '#8a6a00', '#2f8fc9', '#4b4b8f', '#757b82'],
};

const DARK: Palette = {
  paper: '#1a1d21',
  ink: '#f1f1f2',
  quiet: '#b3b6bb',
  grid: '#33373d',
  axis: '#6c7178',
  main: '#5cb8f2',
  benchmark: '#f59a4a',
  band: '#24465c',
  bar: '#566373',
  rest: '#3a3f46',
  warn: '#ff7fb8',
  series: ['#5cb8f2', '#f59a4a', '#38c49a', '#e29acb', '#e8c547', '#9fd6f7', '#b3b1f2', '#a9afb6'],
};

export function paletteOf(theme: ThemeName): Palette {
  return theme === 'dark' ? DARK : LIGHT;
}

/** Chart.js' point styles. Estimates and projections are hollow: not yet filled in. */
export const POINT_STYLES: Readonly<Record<Firmness, { readonly style: string; readonly hollow: boolean }>> =
  {
    reported: { style: 'circle', hollow: false },
    estimated: { style: 'circle', hollow: true },
    projected: { style: 'rectRot', hollow: true },
  };

/** The colour of a tone. */
export function colourOf(tone: Tone, colours: Palette): string {
  return typeof tone === 'number' ? pick(colours.series, tone) : colours[tone];
}

/** How full a bar is. */
const FILLS: Readonly<Record<Firmness, number>> = { reported: 1, estimated: 0.6, projected: 0.22 };

/** How a bar is filled: full, pale, or all but empty. */
export function fillOf(color: string, firmness: Firmness, colours: Palette): string {
  return mix(color, colours.paper, FILLS[firmness]);
}

/** A value of a repeating list. */
function pick<T>(list: readonly T[], index: number): T {
  const value = list[index % list.length];
  if (value === undefined) throw new Error('an empty list has nothing to pick');
  return value;
}

type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `part` of the one colour, the rest of the other. @example mix('#000000', '#ffffff', 0.25) // "#bfbfbf" */
export function mix(color: string, other: string, part: number): string {
  const [a, b] = [rgb(color), rgb(other)];
  const hex = a.map((value, i) => Math.round(value * part + (b[i] ?? 0) * (1 - part)));
  return `#${hex.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG contrast of two colours: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Black or white, whichever stands out more. */
export function inkOn(color: string): string {
  return contrast('#ffffff', color) >= contrast('#000000', color) ? '#ffffff' : '#000000';
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = rgb(hex).map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
