/** How feeds fare, in lines: for the terminal, and for `/nd feeds`. */
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { basisInWords } from '#src/domain/series/basis-in-words.ts';
import { dayInWords, isoDate } from '#src/domain/measure/days.ts';
import { formatRange } from '../text/format.ts';

interface Rejected {
  readonly row: number;
  readonly reason: string;
  readonly file?: string | undefined;
}

/** A feed with what is known of its readings; times in milliseconds since 1970. */
export interface FeedState {
  readonly feed: { readonly id: string; readonly name?: string | undefined };
  readonly health:
    | {
        readonly nextAt: number;
        readonly goodAt: number | null;
        readonly errorAt: number | null;
        readonly error: string | null;
        readonly rowsRead: number;
        readonly rowsRejected: number;
        readonly rejected: readonly Rejected[];
        readonly movedOn: string | null;
        readonly toldFrozen: string | null;
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
  const { goodAt, errorAt, error, rowsRead, rowsRejected, movedOn, toldFrozen, nextAt } = health;
  const failing = error !== null && (errorAt ?? 0) > (goodAt ?? 0);
  const good =
    goodAt === null
      ? 'never read well'
      : `last good ${momentInWords(goodAt, now)}, ${rowsRead} rows, ${rowsRejected} rejected`;
  const moved = movedOn === null ? '' : `; prices last moved on ${dayInWords(movedOn)}`;
  const frozen = toldFrozen === null ? [] : [`  frozen since ${dayInWords(toldFrozen)}`];
  const wrong =
    error === null || errorAt === null
      ? []
      : [`  ${failing ? 'failing' : 'last error'}, ${momentInWords(errorAt, now)}: ${error}`];
  return [
    `${name}: ${good}${moved}; next try ${momentInWords(nextAt, now)}`,
    ...wrong,
    ...frozen,
    ...rejectedLines(health.rejected),
  ];
}

const MOST_REJECTED = 3;

function rejectedLines(rejected: readonly Rejected[]): readonly string[] {
  return rejected
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
