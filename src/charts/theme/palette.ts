/** Colours: from Okabe and Ito's set, told apart with every common kind of colour blindness, on white and on dark. */
import type { Mark } from '#src/charts/spec.ts';

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

/** Chart.js' point styles for each mark. Estimates and projections are hollow: not yet filled in. */
export const POINT_STYLES: Readonly<Record<Mark, { readonly style: string; readonly hollow: boolean }>> = {
  reported: { style: 'circle', hollow: false },
  estimated: { style: 'circle', hollow: true },
  projected: { style: 'rectRot', hollow: true },
};

/** A value of a repeating list. */
export function pick<T>(list: readonly T[], index: number): T {
  const value = list[index % list.length];
  if (value === undefined) throw new Error('an empty list has nothing to pick');
  return value;
}
