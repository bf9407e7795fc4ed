/** What a question asks for, once understood. `understand` (understand.ts) fills it in; `topics/` answer it. */
import type { MassUnit } from '#src/domain/measure/figure.ts';
import type { When } from '#src/domain/measure/times/when.ts';
import type { AskedMetric } from './asked-metrics.ts';
import type {
  Across,
  Comparative,
  Combine,
  Leaning,
  Profile,
  Race,
  Threshold,
  Told,
  Aside,
  LeftOut,
} from './frame.ts';
import { ANY_BASIS, type PriceWanted } from './price-wanted.ts';
import type { HelpOn } from './asked/help-on.ts';
import type { Amount, Adjustment, Loss, Offer } from './amounts/asked-amounts.ts';

/** What is wanted of the metrics: their value, how they changed, what an amount costs, and so on. */
export type Intent =
  /** A figure, or several: "price 2024", "who mined most in 2023". */
  | 'value'
  /** How a figure moved between two years: "how much did it rise from 2021 to 2025", "CAGR". */
  | 'change'
  /** Two or more things side by side: "2022 vs 2023", "terbium vs dysprosium", "renewables against electronics". */
  | 'compare'
  /** The highest, lowest, or mean over years: "peak price", "cheapest year". */
  | 'extreme'
  /** When one thing passed another: "when did renewables overtake electronics". */
  | 'overtake'
  /** What an amount costs: "250 kg in 2023". */
  | 'cost'
  /** All about a year or a metal: "tell me about 2023". */
  | 'summary'
  /** Where figures come from and whether sources agree: "is it true that it rose over 80 %", "where is this from". */
  | 'sources'
  /** A picture: "chart of prices". Also set as `chart` beside another intent. */
  | 'chart'
  /** What Lodestone can do. */
  | 'help'
  /** A greeting or thanks. */
  | 'greeting'
  /** Anything else: for the FAQ. */
  | 'open';

/** What one turn of a conversation was about. */
export type Discussed = Pick<
  Question,
  'years' | 'metals' | 'countries' | 'sectors' | 'metrics' | 'when' | 'amounts'
>;

export interface Question {
  /** As typed, capped at 3,000 characters, trimmed, and without names of commands ("/nd"). */
  readonly text: string;
  readonly intent: Intent;
  /** Ids of the metals and materials named, in order; empty where none is named and the default is meant. */
  readonly metals: readonly string[];
  /** Families that are asked about as such: "Battery metals". */
  readonly families?: readonly string[];
  /**
   * A subject that Lodestone has no data on, as typed: "copper", "apple stock", "Germany". No figure answers such a
   * question. Null where it is only mentioned and one of our metals is what is asked about ("neodymium used in Tesla
   * motors", "will a copper shortage affect the neodymium price"); set beside `metals` where both are asked about
   * ("copper vs neodymium price"), and where a place, a company or a product is whose figure is wanted ("neodymium
   * production in Germany", "Lynas output").
   */
  readonly foreign: string | null;
  /** Shares in companies, funds or bonds are spoken of ("share price of Lynas", "rare earth ETF"): nothing of ours. */
  readonly securities?: boolean;
  /** Metrics asked for, in order; two in one question get two parts. `demand` is shares and implied tonnes. */
  readonly metrics: readonly AskedMetric[];
  /**
   * Years asked for, ascending, resolved against today ("last year", "two years ago"); empty where none is named.
   * A span ("2021 to 2023", "since 2021") lists its two ends in `span` and all its years here.
   */
  readonly years: readonly number[];
  readonly span: { readonly from: number; readonly to: number } | null;
  /** "now", "today", "current", "spot": this year is among `years`, and there is no quote for the day. */
  readonly current: boolean;
  /** Whether figures are what happened or a forecast is asked. */
  readonly firmness?: boolean;
  /** A forecast or projection is asked for. */
  readonly forecast?: boolean;
  /** A time finer or odder than a year, as typed, that no series has ("March 2023", "Q2", "yesterday"). */
  readonly finerTime: string | null;
  /** All times named, in order, as they were read: of years, months, days, and what says when but is not known. */
  readonly when: readonly When[];
  /** On which basis and of which days a price is wanted. */
  readonly wanted: PriceWanted;
  /** Sector ids named. */
  readonly sectors: readonly string[];
  /** What was named instead of a sector that counts it in ("wind power"): no source has a figure for it alone. */
  readonly parts?: readonly string[];
  /** Countries named, in the data's spelling. */
  readonly countries: readonly string[];
  /** "which country", "top producers": all countries, ranked. */
  readonly allCountries: boolean;
  /** What of them is wanted, where it is not their order: how many they are, or which have each of several metals. */
  readonly ofCountries?: 'number' | 'shared' | undefined;
  /** How many of them are wanted, where that is said: 3 for "top 3". */
  readonly listed?: number | undefined;
  /** The place in that order that is asked for, where one is: 2 for "the second largest producer". */
  readonly rank?: number | null;
  /** Countries that are left out, in the data's spelling: "outside China". */
  readonly without?: readonly string[];
  /** The masses that a cost is asked of, in order; empty where there are none. */
  readonly amounts: readonly Amount[];
  /** How large a battery is, in kilowatt-hours: "in a 60 kWh pack". */
  readonly energy?: number | null;
  /** What is put on their cost or taken off it, in order. */
  readonly adjustments?: readonly Adjustment[];
  /** What of an amount is lost, in order. */
  readonly losses?: readonly Loss[];
  readonly offer?: Offer | null;
  /** Product id named, with or without an amount ("price of magnets"): a figure for the metal is not one for it. */
  readonly product?: string | null;
  /** A sum of money named ("how much for $10,000", "was it $110 in 2023?"), with its ISO code. */
  readonly money?: { readonly value: number; readonly currency: string; readonly assumed?: true } | null;
  /** The mass unit that a price ("per tonne"), or a mass ("production in tonnes"), is wanted in. */
  readonly perUnit: MassUnit | null;
  /** A currency asked for, as an ISO code, when it is not USD. */
  readonly currency: string | null;
  /** A source asked for: part of its id or publisher ("usgs", "report"). */
  readonly source: 'usgs' | 'report' | null;
  /** "oxide" or "metal" named as the form. */
  readonly form: 'oxide' | 'metal' | null;
  /** The price of the metal that is contained in its oxide. */
  readonly contained?: boolean;
  /** For `extreme`. */
  readonly extreme: 'highest' | 'lowest' | 'mean' | null;
  /** Of `cost`: at the highest and at the lowest price, and `extreme` first. */
  readonly bothExtremes?: true;
  /** For `extreme`: of all moves from one year to the next the largest is wanted, and no highest figure. */
  readonly largest?: 'rise' | 'fall' | 'move' | null;
  /** Of `help`: what it is on; nothing where all that can be asked is. */
  readonly helpOn?: HelpOn | undefined;
  /** What the sectors leave over of demand is asked for. */
  readonly rest?: boolean;
  /** The prices of several sources are to be set against each other. */
  readonly apart?: boolean;
  /** The years in which it rose, or fell, are wanted: "when did it fall". */
  readonly moved?: 'rise' | 'fall' | undefined;
  /** What a year's output is worth at its price. */
  readonly valued?: boolean;
  /** The figures asked for are to be added up, or the difference of two is wanted. */
  readonly combine?: Combine | null;
  /** The line that a figure may be past: yes or no is asked for. */
  readonly threshold?: Threshold | null;
  /** Of `extreme`: whether any year beats the one named ("has it ever been cheaper than in 2021"). */
  readonly beaten?: boolean;
  /** Of `extreme`: the year whose place among the others is asked for ("is that a lot"). */
  readonly placed?: number | 'newest' | undefined;
  /** Commodities are ranked: "the cheapest rare earth", "which metals rose most". */
  readonly across?: Across | null;
  /** What all a country has is asked. */
  readonly profile?: Profile | null;
  /** How several moved is set against each other. */
  readonly race?: Race | null;
  /** What is to be confirmed of the first of two: "is terbium dearer than dysprosium". */
  readonly comparative?: Comparative | undefined;
  /** A growth rate a year is wanted ("CAGR", "per year on average"). */
  readonly annual: boolean;
  /** The percentage that a claim-checking question names ("over 80 %"). */
  readonly percent: number | null;
  /**
   * Something is to be checked: a claim ("is it true that it rose over 80 %?"), or sources against each other
   * ("do the sources agree?", "why two prices?"). Where figures merely come from is not a check.
   */
  readonly verify: boolean;
  /** A picture is wanted beside the answer. */
  readonly chart: boolean;
  /** "why", "how come", "what if", "should": asks for reasons or advice, which figures alone do not answer. */
  readonly reason: boolean;
  /** "Why", "how come": reasons are asked for in so many words. */
  readonly why?: boolean;
  /** "It", "that": of what was spoken of. */
  readonly pointing?: boolean;
  /** How it moves is asked, and no year is named. */
  readonly moving?: boolean;
  /** What is wanted that no figure answers ("which companies make it"), so that none stands in for it. */
  readonly aside?: Aside | null;
  /** What was named and no slot took: it is said beside the figures. */
  readonly leftOut?: readonly LeftOut[];
  /** A number that stands alone after "and" or "what about": another amount, in the unit of the one before. */
  readonly bareNumber?: number | null;
  /** The stage of output that was spoken of before: "recycled tin", then "lead?". */
  readonly stage?: 'secondary' | 'refined' | undefined;
  /** The question leans on the one before it: "and 2024?", "what about electronics?". */
  readonly followUp: boolean;
  /** How it points at the question before it. */
  readonly leaning?: Leaning;
  /** What was said of the same metal before, newest first: "per kg" after "amorphous graphite" is of amorphous graphite. */
  readonly about?: readonly string[];
  /** What was answered, for what refers to it: "how much did they mine". */
  readonly told?: Told | undefined;
  /** What was spoken of before, turn by turn, the newest last: "the two", "all of these" are of it. */
  readonly turns?: readonly Discussed[];
  /** Share in 0..1 of the words, stop words aside, that the grammar understood. */
  readonly understood: number;
  /** Spelling that was mended. */
  readonly repairs: readonly { readonly from: string; readonly to: string }[];
  /** What each slot was read from, in order: `{ slot: 'year', words: 'last year' }`. For "why this answer". */
  readonly evidence?: readonly { readonly slot: string; readonly words: string }[];
  /** The words that no slot was read from, as typed; stop words and words of any market aside. */
  readonly unread?: readonly string[];
}

/** A question that nobody typed: what a digest, an alert or the Home asks. @example plainQuestion({ metals: ['terbium'], metrics: ['price'] }) */
export function plainQuestion(asked: Partial<Question>): Question {
  return {
    text: '',
    intent: 'value',
    metals: [],
    foreign: null,
    metrics: [],
    years: [],
    span: null,
    current: false,
    finerTime: null,
    when: [],
    wanted: ANY_BASIS,
    sectors: [],
    countries: [],
    allCountries: false,
    amounts: [],
    perUnit: null,
    currency: null,
    source: null,
    form: null,
    extreme: null,
    annual: false,
    percent: null,
    verify: false,
    chart: false,
    reason: false,
    followUp: false,
    understood: 1,
    repairs: [],
    ...asked,
  };
}
