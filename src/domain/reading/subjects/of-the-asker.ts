/** What askers say of themselves beside their question: "nd price 2024, we make motors", "salt price? we are a bakery". */
import { take, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit } from '#src/domain/reading/vocabulary.ts';

const IS = /^(?:i|we) (?:am|are) |^im |^we['’]re /u;
const DOES =
  /^(?:i|we) (?:(?:also|only|just|mainly|mostly) )?(?:make|build|produce|design|manufacture|sell|work|run|operate|assemble|develop) /u;
/** Such a clause asks for something, or says how much. */
const ASKING: ReadonlySet<string> = new Set(
  'what whats how which who when where why if need needs want looking look looks search searching interested asking wondering trying curious sure after'.split(
    ' ',
  ),
);
const asks = (clause: string): boolean =>
  /\d/u.test(clause) || clause.split(' ').some((word) => ASKING.has(word));
const ENDS = /[,.;:!?()\n–—]| -+ /u;

/** A metal or a figure that is named there is asked for, or is what "it" is: the clause is read on. */
const OURS: ReadonlySet<string> = new Set(['metal', 'metric', 'country', 'sector']);

/** Takes such clauses, where something else stands beside them, and returns the hits that are in none. */
export function withoutAskersTrade(reading: Reading, hits: readonly Hit[]): readonly Hit[] {
  const { tokens } = reading;
  const starts = tokens.flatMap(({ between }, at) => (at === 0 || ENDS.test(between) ? [at] : []));
  const clauses = starts
    .map((from, i) => ({ from, to: starts[i + 1] ?? tokens.length }))
    .filter(({ from, to }) => {
      const clause = tokens
        .slice(from, to)
        .map(({ raw }) => raw.toLowerCase())
        .join(' ');
      const named = hits.some((hit) => hit.from >= from && hit.to <= to && OURS.has(hit.kind));
      return (IS.test(clause) || DOES.test(clause)) && !asks(clause) && !named;
    });
  if (clauses.length === starts.length) return hits;
  for (const { from, to } of clauses) take(reading, from, to, 'filler');
  return hits.filter((hit) => !clauses.some(({ from, to }) => hit.from >= from && hit.to <= to));
}
