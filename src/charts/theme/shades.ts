/** Mixes colours, and picks letters that can be read on them. */

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
