/** What besides its words a question is answered by. */
import type { Question } from '#src/domain/reading/question.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';

export interface AskContext {
  /** The person's today; relative years count from its calendar year. */
  readonly now: Date;
  /** The question before this one in the same thread or DM, so that "and 2024?" can be read. */
  readonly previous?: Question | undefined;
  /** The quotes that were fetched for this question; none where there are none. */
  readonly book?: QuoteBook | undefined;
}
