/** The same answers in a terminal: `npm run ask -- "price in 2023"`, or questions on standard input, one a line. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ask } from './domain/ask.ts';
import type { Answer } from './domain/answer.ts';
import type { Catalog } from './domain/catalog.ts';
import { readOnlyQuotes, type TerminalQuotes } from './terminal-quotes.ts';
import { explain, type Explanation } from './domain/explain.ts';
import { loadCatalog } from './platform/catalog.ts';
import { readQuoteOptions } from './platform/config.ts';
import { StartError } from './platform/errors.ts';
import { citeSources } from './presentation/citations.ts';
import { renderExplanationText } from './presentation/explanation.ts';
import { renderPlainText } from './presentation/plain-text.ts';

const USAGE = `Usage: npm run ask -- [--json] [--explain] [--now YYYY-MM-DD] ["question"]

Without a question, reads questions from standard input, one a line.
  --json            one JSON object a line
  --explain         what was read from the question, and how sure the answer is
  --now YYYY-MM-DD  the day that "this year" and the like count from
  --help            this text
`;

class UsageError extends Error {}

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
function toText(answer: Answer, explanation: readonly Explanation[] | undefined, first: boolean): string {
  const why = explanation === undefined ? '' : `\n\n${renderExplanationText(explanation)}`;
  return `${first ? '' : '\n'}${renderPlainText(answer)}${why}`;
}

function readNow(value: string | undefined): Date {
  if (value === undefined) return new Date();
  const date = new Date(`${value}T12:00:00`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(date.getTime())) {
    throw new UsageError(`--now: "${value}" is not a date; write it as 2026-11-23`);
  }
  return date;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        explain: { type: 'boolean' },
        now: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
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
    const book = await quotes?.bookFor(question, now);
    const answer = ask(question, catalog, { now, book });
    const explanation = explained ? explain(question, catalog, { now, book }) : undefined;
    const text = json ? toJson(question, answer, explanation) : toText(answer, explanation, first);
    first = false;
    // Wait for a slow reader, so that a large input does not pile up in memory.
    if (!process.stdout.write(`${text}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  const { values, positionals } = readArguments();
  if (values.help === true) process.stdout.write(USAGE);
  else {
    const now = readNow(values.now);
    const options = readQuoteOptions(process.env);
    const catalog = await loadCatalog(options);
    const quotes = await readOnlyQuotes(options, catalog);
    const questions =
      positionals.length > 0 ? [positionals.join(' ')] : createInterface({ input: process.stdin });
    try {
      const how = { json: values.json === true, explained: values.explain === true, now };
      await answerAll({ catalog, quotes }, questions, how);
    } finally {
      await quotes?.close();
    }
  }
} catch (error) {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${USAGE}`);
  else if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
