/** The tables of prices, exchange rates and feeds. Prices are numbers of 8 bytes, as they were read. */
import type { Basis, Payment, QuotePeriod } from '#src/domain/series/quote.ts';
import type { QuoteState } from '#src/domain/series/quotes/screen.ts';

export interface QuoteSeriesTable extends Omit<Basis, 'period' | 'payment'> {
  /** Made of the team and all the fields below, so that a series has one id wherever it is first seen. */
  readonly id: string;
  /** Empty for what feeds bring, which every workspace sees. */
  readonly team: string;
  readonly source: string;
  /** What its prices are of, "month mean"; empty for days. */
  readonly period: QuotePeriod | '';
  /** Empty where the source does not say. */
  readonly payment: Payment | '';
  /** When prices of it last came. */
  readonly seen_at: number;
}

export interface QuoteTable {
  readonly series: string;
  readonly team: string;
  /** ISO date. */
  readonly date: string;
  readonly edition: number;
  readonly low: number;
  readonly high: number;
  /** 0 or 1. */
  readonly estimated: number;
  readonly state: QuoteState;
  readonly reason: string | null;
  readonly entered_by: string | null;
  readonly received_at: number;
}

export interface ExchangeRateTable {
  readonly team: string;
  readonly source: string;
  readonly date: string;
  readonly base: string;
  readonly currency: string;
  readonly per_base: number;
}

export interface FeedHealthTable {
  readonly feed: string;
  readonly next_at: number;
  readonly tried_at: number | null;
  readonly good_at: number | null;
  /** Of the last try that failed; kept when a later one is good. */
  readonly error_at: number | null;
  readonly error: string | null;
  /** Of the last good try. */
  readonly rows_read: number;
  readonly rows_rejected: number;
  /** The first rejected rows with their reasons, as JSON. */
  readonly rejected: string;
  /** The newest day on which a price of the feed moved. */
  readonly moved_on: string | null;
  /** The failure that admins were told of; empty once it is over. */
  readonly told_error: string | null;
  /** The day since which it is frozen, once admins were told. */
  readonly told_frozen: string | null;
}

export interface QuoteTables {
  readonly quote_series: QuoteSeriesTable;
  readonly quotes: QuoteTable;
  readonly exchange_rates: ExchangeRateTable;
  readonly feed_health: FeedHealthTable;
}
