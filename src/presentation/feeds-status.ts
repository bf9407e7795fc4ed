/** How feeds fare, in lines: for the terminal, and for `/nd feeds`. */
import { basisInWords, type ReadQuote } from '#src/domain/series/quote.ts';
import { dayInWords, isoDate } from '#src/domain/measure/days.ts';
import { formatRange } from './format.ts';

/** A feed with what is known of its readings; times in milliseconds since 1970. */
export interface FeedState {
  readonly feed: { readonly id: string; readonly name?: string | undefined };
  readonly health:
    | {
        readonly next_at: number;
        readonly good_at: number | null;
        readonly error_at: number | null;
        readonly error: string | null;
        readonly rows_read: number;
        readonly rows_rejected: number;
        readonly rejected: string;
        readonly moved_on: string | null;
        readonly told_frozen: string | null;
      }
    | undefined;
}

export interface HeldQuote extends ReadQuote {
  readonly reason: string | null;
}

/** One line a feed, then its troubles; then what is held. */
export function feedLines(
  { feeds, held }: { readonly feeds: readonly FeedState[]; readonly held: readonly HeldQuote[] },
  now: number,
): readonly string[] {
  const lines =
    feeds.length === 0
      ? ['No feed is set up: see docs/quotes.md.']
      : feeds.flatMap((state) => stateLines(state, now));
  return [...lines, ...held.map((quote) => `Held: ${heldInWords(quote)}`)];
}

function stateLines({ feed, health }: FeedState, now: number): readonly string[] {
  const name = feed.name ?? feed.id;
  if (health === undefined) return [`${name}: not read yet`];
  const { good_at, error_at, error, rows_read, rows_rejected, moved_on, told_frozen, next_at } = health;
  const failing = error !== null && (error_at ?? 0) > (good_at ?? 0);
  const good =
    good_at === null
      ? 'never read well'
      : `last good ${momentInWords(good_at, now)}, ${rows_read} rows, ${rows_rejected} rejected`;
  const moved = moved_on === null ? '' : `; prices last moved on ${dayInWords(moved_on)}`;
  const frozen = told_frozen === null ? [] : [`  frozen since ${dayInWords(told_frozen)}`];
  const wrong =
    error === null || error_at === null
      ? []
      : [`  ${failing ? 'failing' : 'last error'}, ${momentInWords(error_at, now)}: ${error}`];
  return [
    `${name}: ${good}${moved}; next try ${momentInWords(next_at, now)}`,
    ...wrong,
    ...frozen,
    ...rejectedLines(health.rejected),
  ];
}

const MOST_REJECTED = 3;

function rejectedLines(rejected: string): readonly string[] {
  const rows: readonly { readonly row: number; readonly reason: string; readonly file?: string }[] =
    JSON.parse(rejected);
  return rows
    .slice(0, MOST_REJECTED)
    .map(
      ({ row, reason, file }) => `  rejected: ${file === undefined ? '' : `${file}, `}row ${row}: ${reason}`,
    );
}

/** "24 Nov 07:30 UTC". */
function momentInWords(at: number, now: number): string {
  const time = new Date(at).toISOString().slice(11, 16);
  return `${dayInWords(isoDate(at), isoDate(now))} ${time} UTC`;
}

/** @example "ndpr oxide, 20 Nov 2026: CN¥27,650,000/t (99.5 %, ex works China, VAT included): 50 times apart from 2026-11-19" */
export function heldInWords(quote: HeldQuote): string {
  const { metal, form, date, range, currency, mass, reason } = quote;
  return `${metal} ${form}, ${dayInWords(date)}: ${formatRange(range, `${currency}/${mass}`)} (${basisInWords(quote)})${reason === null ? '' : `: ${reason}`}`;
}
