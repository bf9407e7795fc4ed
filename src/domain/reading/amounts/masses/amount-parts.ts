/** What is read of amounts and money, and what both kinds of reading share. */
import type { MassUnit, Range } from '#src/domain/measure/figure.ts';
import type { Joint, Rate } from '#src/domain/reading/amounts/asked-amounts.ts';
import type { Reading } from '#src/domain/reading/reading.ts';

/** One mass of the text, and where it stands. */
export interface MassRead {
  readonly value: Range;
  readonly unit: MassUnit;
  /** How many of `unit` one of what was typed is: of grams 0.001. */
  readonly factor: number;
  /** What it is as well where its marks have two readings: "1.250 t" may be 1,250 t. */
  readonly others: readonly Range[];
  /** "A kilo": it may be the unit of a price. */
  readonly single: boolean;
  readonly at: number;
  readonly next: number;
}

/** A mass with its count, the terms of its sum, and how often it comes. */
export interface AmountRead extends MassRead {
  /** As typed, where it was put together: "3 x 50 kg", "100 kg + 50 kg". */
  readonly terms: string | null;
  /** How many pieces of the same mass it is, where that is said. */
  readonly pieces?: number | undefined;
  readonly rate: Rate | null;
  /** How it is joined to the amount before it; `null` for the first. */
  readonly joint: Joint | null;
}

export interface MoneyRead {
  readonly value: number;
  readonly currency: string;
  /** The mass that it is for: "$140/kg". */
  readonly per: { readonly unit: MassUnit; readonly factor: number } | null;
  /** No currency was typed: "130/kg". */
  readonly assumed?: true;
  readonly at: number;
  readonly next: number;
}

export interface PercentRead {
  readonly value: Range;
  /** What it leaves of the goods, in 0..1, where it is said of a loss or a yield. */
  readonly kept?: Range;
  /** What is lost is named, not what is left. */
  readonly lost?: boolean;
  readonly at: number;
  readonly next: number;
}

export interface AmountsRead {
  /** In the order of the text. */
  readonly amounts: readonly AmountRead[];
  /** The first of them. */
  readonly amount: AmountRead | null;
  /** How the goods are packed: "in 50 kg bags". */
  readonly packed: readonly MassRead[];
  readonly perUnit: MassUnit | null;
  readonly moneys: readonly MoneyRead[];
  /** The first of them. */
  readonly money: MoneyRead | null;
  readonly currency: string | null;
  /** The same, be it dollars. */
  readonly named: string | undefined;
  readonly percents: readonly PercentRead[];
  readonly percent: number | null;
  /** A currency or a "per kilo" was named, so what is wanted is a price. */
  readonly priced: boolean;
  /** Two currencies are named: what is wanted may be an exchange rate. */
  readonly exchange: boolean;
}

/** While it is being read. */
export interface Found {
  readonly masses: MassRead[];
  readonly moneys: MoneyRead[];
  readonly percents: PercentRead[];
  readonly codes: Set<string>;
  perUnit: MassUnit | null;
  currency: string | null;
  named: string | undefined;
  percent: number | null;
  priced: boolean;
}

const JOINERS = new Set(['to', 'or', 'and', 'till', 'until']);

/** Whether a second number is joined here: "3-5 t", "2 or 3 tonnes". */
export function isJoined(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined) return false;
  if (token.value !== undefined) return /^(?:-|\.\.+|…)$/u.test(token.gap);
  return JOINERS.has(token.word) && reading.tokens[at + 1]?.value !== undefined;
}

/** Where that second number starts. */
export function afterJoiner(reading: Reading, at: number): number {
  return reading.tokens[at]?.value === undefined ? at + 1 : at;
}

/** A bare number of these days: "price 2024 t" asks for a year. */
export function looksLikeYear(reading: Reading, at: number): boolean {
  const { raw = '', gap = '' } = reading.tokens[at] ?? {};
  // "'22 $/t".
  return /^20[1-3]\d$/u.test(raw) || (gap.endsWith("'") && /^[12]\d$/u.test(raw));
}

/** Tokens as they were typed, with the signs of arithmetic between them: "3 x 50 kg", "100 kg + 50 kg". */
export function asTyped({ tokens }: Reading, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ raw, gap, glued }, at) => {
      const sign = /[-+*/×&,]/u.exec(gap)?.[0] ?? '';
      if (at === 0) return raw;
      if (glued) return raw;
      return sign === ''
        ? ` ${raw}`
        : sign === ','
          ? `, ${raw}`
          : sign === '/'
            ? `/${raw}`
            : ` ${sign} ${raw}`;
    })
    .join('');
}
