/** The same answers in a terminal: `npm run ask -- "price in 2023"`, or questions on standard input, one a line. */
import { createInterface } from 'node:readline';
import { answerText } from '#src/domain/asking/ask.ts';
import { readText } from '#src/domain/asking/read-text.ts';
import type { Answer } from '#src/domain/answer.ts';
import { dayIn, isDate, noonOf } from '#src/domain/measure/days.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { readOnlyQuotes, type TerminalQuotes } from './terminal-quotes.ts';
import { explain, unexplained, type Explanation } from '#src/domain/asking/explain.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readQuoteOptions } from '#src/platform/settings/config.ts';
import { citeSources } from '#src/presentation/citations.ts';
import { renderExplanationText } from '#src/presentation/explanation.ts';
import { renderPlainText } from '#src/presentation/plain-text.ts';
import { runCommand, sayDatabase, UsageError } from './run-command.ts';

const USAGE = `Usage: npm run ask -- [--json] [--explain] [--now YYYY-MM-DD] ["question"]

Without a question, reads questions from standard input, one a line.
  --json            one JSON object a line
  --explain         what was read from the question, and how sure the answer is
  --now YYYY-MM-DD  the day that "this year" and the like count from
  --help            this text

Quotes are those of the database of DATABASE_URL or, without one, of STATE_DIR (.lodestone), where there is one.
`;

/** One line of `--json`. */
function toJson(question: string, answer: Answer, explanation: readonly Explanation[] | undefined): string {
  return JSON.stringify({
    question,
    outcome: answer.outcome,
    topic: answer.topic,
    faq: answer.faq,
    metal: answer.metal,
    text: renderPlainText(answer),
    suggestions: answer.suggestions,
    confidence: Number(answer.confidence.toFixed(3)),
    sources: answer.parts.flatMap((part) => citeSources(part.citations)),
    ...(explanation === undefined ? {} : { explanation }),
  });
}

/** An answer to be read, after an empty line unless it is the first. */
function toText(answer: Answer, why: string | undefined, first: boolean): string {
  return `${first ? '' : '\n'}${renderPlainText(answer)}${why === undefined ? '' : `\n\n${why}`}`;
}

function readNow(value: string | undefined): Date {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const day = value ?? dayIn(Date.now(), timeZone);
  if (!isDate(day)) throw new UsageError(`--now: "${day}" is not a date; write it as 2026-11-23`);
  return noonOf(day);
}

async function answerAll(
  { catalog, quotes }: { readonly catalog: Catalog; readonly quotes: TerminalQuotes | undefined },
  questions: AsyncIterable<string> | Iterable<string>,
  options: { readonly json: boolean; readonly explained: boolean; readonly now: Date },
): Promise<void> {
  const { json, explained, now } = options;
  let first = true;
  for await (const question of questions) {
    if (question.trim() === '' && !json) continue;
    const read = readText(question, catalog, now);
    const book = await quotes?.bookFor(read, now);
    const answer = answerText(read, catalog, { now, book });
    const explanation = explained ? explain(read, catalog, { now, book }) : undefined;
    const why = explanation && renderExplanationText(explanation, unexplained(read));
    const text = json ? toJson(question, answer, explanation) : toText(answer, why, first);
    first = false;
    // Wait for a slow reader, so that a large input does not pile up in memory.
    if (!process.stdout.write(`${text}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

const options = { json: { type: 'boolean' }, explain: { type: 'boolean' }, now: { type: 'string' } } as const;

await runCommand({ usage: USAGE, options }, async ({ values, words, env }) => {
  const now = readNow(values.now);
  const json = values.json === true;
  const places = readQuoteOptions(env);
  if (!json) sayDatabase(places);
  const catalog = await loadCatalog(places);
  const quotes = await readOnlyQuotes(places, catalog);
  const questions = words.length > 0 ? [words.join(' ')] : createInterface({ input: process.stdin });
  try {
    await answerAll({ catalog, quotes }, questions, { json, explained: values.explain === true, now });
  } finally {
    await quotes?.close();
  }
});
