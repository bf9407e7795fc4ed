/** What a cost is asked of: amounts, what is put on their cost or lost of them, and a price that was offered. */
import type { MassUnit, Range } from '#src/domain/measure/figure.ts';

/** How an amount is joined to the one before it: a sum, a difference, a list, a choice, or not at all. */
export type Joint = 'plus' | 'minus' | 'and' | 'or' | 'apart';

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** "100 kg a month", and the time that the cost is wanted for: "for 6 months", "yearly cost". */
export interface Rate {
  readonly every: Period;
  /** How many of them lie between two times: 2 of "every two weeks". */
  readonly apart: number;
  readonly for: { readonly count: number; readonly period: Period } | null;
}

/**
 * A mass that a cost is asked of, in its unit, with its count: 150 kg of "3 x 50 kg". `product` where it is of something
 * that only contains the metal.
 */
export interface Amount {
  readonly value: Range;
  readonly unit: MassUnit;
  /** Its other readings, where the marks of its number have two: "1.250 t" may be 1,250 t. */
  readonly others?: readonly Range[] | undefined;
  /** As typed, where it was put together: "3 x 50 kg". */
  readonly terms?: string | undefined;
  /** How many pieces it is: 5,000 of "5,000 magnets of 20 g each". */
  readonly pieces?: number | undefined;
  readonly rate?: Rate | undefined;
  /** Absent for the first. */
  readonly joint?: Joint | undefined;
  /** Product id of a metal's data file ("250 kg of magnets"). */
  readonly product?: string | undefined;
  /** The share of the metal in the product, in 0..1, where the question names it: "magnets with 25 % Nd". */
  readonly content?: Range | undefined;
  /** "250 kg of oxide"; false where it is said to be of metal. */
  readonly oxide?: boolean | undefined;
  /** Ids of its own metals, where several amounts stand together; else those of the question. */
  readonly metals?: readonly string[] | undefined;
  /** Its own years, as `metals`. */
  readonly years?: readonly number[] | undefined;
}

/** A percentage that is put on a cost, or taken off it: "less 10 %", "plus 19 % VAT". */
export interface Adjustment {
  readonly kind: 'less' | 'plus';
  readonly percent: Range;
  /** As typed: "less 10 %". */
  readonly words: string;
  /** It is only supposed that prices move so: "what if it falls 10 %". */
  readonly supposed?: true;
}

/** What is lost of the goods, or left of them: "we lose 15 %", "yield 85 %". */
export interface Loss {
  /** The share that is left, in 0..1. */
  readonly kept: Range;
  /** As typed, with what it is: "15 % lost", "85 % left". */
  readonly words: string;
}

/** A price that somebody was offered, pays or asks about: "$140/kg, is that fair". */
export interface Offer {
  readonly value: number;
  readonly currency: string;
  /** The mass that it is for; absent where it is the price of the whole amount. */
  readonly per?: { readonly unit: MassUnit; readonly factor: number } | undefined;
  /** No currency was typed: "130/kg". */
  readonly assumed?: true;
  /** No mass was typed: it is a price for the unit that the sources print. */
  readonly unitAssumed?: true;
  /** The year that it is said to be of, where several are named: "we paid 88 in 2022 and 118 in 2024". */
  readonly year?: number;
  /** What an amount comes to at it is asked, and not whether it is good: "what do 12 t cost at $80/kg". */
  readonly plain?: true;
}
