/** What a question holds beside its slots: what is done with the figures, a line they may be past, and how it points at the one before. */
import type { MassUnit, Range } from '#src/domain/measure/figure.ts';

/** A sum of figures, or the difference of two. */
export type Combine = 'sum' | 'difference';

/** "Was it above 100": a line that a figure may be past. */
export interface Threshold {
  /** `equal`: what a figure is said to be. */
  readonly side: 'above' | 'below' | 'reach' | 'equal';
  readonly value: Range;
  /** A currency, a mass, or per cent; `null` where only a number is said. */
  readonly unit: string | null;
  /** The mass that money is for: "$100/kg". */
  readonly per: MassUnit | null;
  /** "Ever": of any year. */
  readonly ever: boolean;
  /** The first time past the line is wanted: "in which year did it pass 100". */
  readonly first?: boolean;
}

/** What a few words ask of the answer before: who leads, who comes next, when that was, its part of the world, how much, the other source. */
export type Reference = 'rank' | 'place' | 'moment' | 'part' | 'figure' | 'source';

/** What an answer put first. */
export interface Told {
  /** The country that a ranking begins with. */
  readonly country?: string | undefined;
  /** The id of the source of the first figure. */
  readonly source?: string | undefined;
}

/** What is to be done with what was spoken of. */
export type Operator = 'change' | 'compare' | 'mean' | 'sum' | 'highest' | 'lowest';

/** What takes the place of a part of the amount that was spoken of. */
export type AmountCorrected =
  /** "Sorry, kg": as many of `unit`, of which the one that was named is `factor`; "not lb" says instead of which. */
  | {
      readonly kind: 'unit';
      readonly unit: MassUnit;
      readonly factor: number;
      readonly rejected: MassUnit | null;
    }
  /** "With 27 % instead": how much of the metal its goods hold, in 0..1. */
  | { readonly kind: 'share'; readonly value: Range };

export interface Leaning {
  /** "The two", "both": of what was spoken of. */
  readonly pair: boolean;
  /** "The year before", "two years later": years from the one that was spoken of. */
  readonly step: number;
  /** "No, the oxide", "make it 2021": takes the place of what was asked. */
  readonly corrects: boolean;
  /** "Add 2024": beside what was asked. */
  readonly adds: boolean;
  /** "Production then", "x 40 kg": of the time that was spoken of. */
  readonly sameTime: boolean;
  /** "Since then": from it on. */
  readonly since: boolean;
  readonly operator: Operator | null;
  /** "Double that": how many times the amount that was spoken of. */
  readonly factor: number | null;
  /** "Sorry, kg", "with 27 % instead": of the amount that was spoken of. */
  readonly amount: AmountCorrected | null;
  /** "World?": of no one place. */
  readonly world: boolean;
  /** "Vs 2020", "is that more than gold": what it names stands against what was spoken of. */
  readonly against: boolean;
  /** "All of these", "over these two years": of all that was spoken of, and how many, where that is said. */
  readonly all: number | 'all' | null;
  /** It asks something of the answer before, and says nothing else. */
  readonly refers: Reference | null;
  /** The question says too little to stand alone, and all that it says was understood. */
  readonly elliptic: boolean;
}

export const NO_LEANING: Leaning = {
  pair: false,
  step: 0,
  corrects: false,
  adds: false,
  sameTime: false,
  since: false,
  operator: null,
  factor: null,
  amount: null,
  world: false,
  against: false,
  all: null,
  refers: null,
  elliptic: false,
};

/** What is claimed of the first of two things or times. */
export interface Comparative {
  readonly side: 'lower' | 'higher';
  /** The year that is asked about, where one is typed. */
  readonly of: number | undefined;
  /** The year that it is held against: "than in 2022". */
  readonly than: number | undefined;
}

/** All that one country has, commodity by commodity. */
export interface Profile {
  /** `imports`: what the United States buys of it. */
  readonly of: 'production' | 'reserves' | 'imports';
  /** `null` where it is asked which country has the most of most of them. */
  readonly country: string | null;
  /** Only that of which it has the most. */
  readonly leads: boolean;
  /** Only that of which more than half is its. */
  readonly mostly: boolean;
  /** Only what is on the list of critical minerals. */
  readonly critical: boolean;
}

/** Which of several that are named moved most: "has silver outperformed gold", "which grew faster, Peru or Chile". */
export interface Race {
  readonly way: 'rise' | 'fall';
  /** That of the first is to be confirmed. */
  readonly polar: boolean;
  /** One of them is asked for. */
  readonly leader: boolean;
}

/** Commodities in order of what they cost, or of how that moved from one year to the next. */
export interface Across {
  readonly by: 'price' | 'move';
  readonly way: 'highest' | 'lowest';
  /** How many of them are wanted; `null` where it is not said. */
  readonly count: number | null;
  /** All that moved that way are asked for: "which metals fell". */
  readonly only?: true;
  /** All on that side of a price are: "metals under $5/kg". */
  readonly line?: { readonly value: number; readonly currency: string; readonly per: MassUnit };
  /** The place among them that is asked for: 1 for the first. */
  readonly rank: number;
  /** One of them is asked about: "is platinum the most expensive metal". */
  readonly polar: boolean;
}

/** What is wanted besides figures. */
export type Aside =
  /** "Why didn't it rise": says that a move did not happen. */
  | { readonly kind: 'denial'; readonly denied: 'rise' | 'fall' }
  | { readonly kind: 'volatility' }
  | { readonly kind: 'correlation' }
  | { readonly kind: 'companies' }
  /** "The biggest importer of copper": who trades or uses most, by country. */
  | { readonly kind: 'traders'; readonly does: 'trade' | 'use' }
  /** How much metal is in a product or an oxide of ours, or in a thing that is only mentioned, as typed. */
  | {
      readonly kind: 'content';
      readonly of: 'product' | 'oxide' | 'thing';
      readonly thing: string;
      /** What the metal in an amount of it is worth is wanted as well. */
      readonly priced?: true;
    }
  /** A price of the asker's own, for another mass. */
  | {
      readonly kind: 'conversion';
      readonly value: number;
      readonly currency: string;
      readonly from: MassUnit;
      readonly to: MassUnit;
    }
  /** "How is neodymium mined": a way, and no figure. */
  | { readonly kind: 'making' }
  /** What part of the price of goods of ours its metal is. */
  | { readonly kind: 'part of price' }
  /** What a metal is, or is used for. */
  | { readonly kind: 'description' };

/** What was named, as typed or by its full name: "RUB", "copper", "30 %". */
export interface LeftOut {
  readonly words: string;
  /** `subject`: another metal or good; `currency`: without a rate; the rest is named as it stands. */
  readonly kind:
    | 'subject'
    | 'currency'
    | 'place'
    | 'purity'
    | 'form'
    | 'time'
    | 'number'
    | 'rate'
    | 'percent'
    | 'arithmetic'
    | 'terms'
    | 'words';
}
