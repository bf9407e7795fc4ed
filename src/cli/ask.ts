/** The same answers in a terminal: `npm run ask -- "price in 2023"`, or questions on standard input, one a line. */
import { createInterface } from 'node:readline';
import { answerJson } from '#src/api/answer-json.ts';
import { answerText } from '#src/domain/asking/ask.ts';
import { readText } from '#src/domain/asking/read-text.ts';
import type { Answer } from '#src/domain/answer.ts';
import { dayIn, isDate, isoDate, noonOf } from '#src/domain/measure/days.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import { unknownNames } from '#src/domain/watching/requests/metals/unknown-names.ts';
import { knownZone } from '#src/domain/watching/schedules/schedule.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { readOnlyQuotes, type TerminalQuotes } from './terminal-quotes.ts';
import { explain, unexplained } from '#src/domain/asking/explain.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readQuoteOptions } from '#src/platform/settings/config.ts';
import { renderExplanationText } from '#src/presentation/explanation.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { requestText } from '#src/presentation/cards/request-text.ts';
import { runCommand, sayDatabase, UsageError } from './run-command.ts';

const USAGE = `Usage: npm run ask -- [--json] [--explain] [--now DAY] [--zone ZONE] ["question"]

Without a question, reads questions from standard input, one a line.
  --json            one JSON object a line
  --explain         what was read from the question, and how sure the answer is
  --now DAY         the day that "this year" and the like count from: 2026-11-23, or an instant, 2026-11-23T10:15:00+01:00
  --zone ZONE       the asker's time zone, such as Europe/Berlin; this machine's unless given
  --help            this text

Quotes are those of the database of DATABASE_URL or, without one, of STATE_DIR (.lodestone), where there is one.
`;

/** An answer to be read, after an empty line unless it is the first. */
function toText(answer: Answer, why: string | undefined, first: boolean): string {
  return `${first ? '' : '\n'}${renderPlainText(answer)}${why === undefined ? '' : `\n\n${why}`}`;
}

function readZone(value: string | undefined): string {
  if (value === undefined) return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = knownZone(value);
  if (zone === undefined)
    throw new UsageError(`--zone: "${value}" is no time zone; write it as Europe/Berlin or UTC`);
  return zone;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Noon of the asker's day. */
function readNow(value: string | undefined, zone: string): Date {
  const at = value === undefined ? Date.now() : INSTANT.test(value) ? Date.parse(value) : undefined;
  const day = at === undefined || Number.isNaN(at) ? (value ?? '') : dayIn(at, zone);
  if (!isDate(day))
    throw new UsageError(
      `--now: "${day}" is not a date; write it as 2026-11-23 or, with time and offset, as 2026-11-23T10:15:00+01:00`,
    );
  return noonOf(day);
}

async function answerAll(
  { catalog, quotes }: { readonly catalog: Catalog; readonly quotes: TerminalQuotes | undefined },
  questions: AsyncIterable<string> | Iterable<string>,
  options: { readonly json: boolean; readonly explained: boolean; readonly now: Date; readonly zone: string },
): Promise<void> {
  const { json, explained, now, zone } = options;
  const asked = { materials: catalog.materials, today: isoDate(now.getTime()), zone };
  let first = true;
  for await (const question of questions) {
    if (question.trim() === '' && !json) continue;
    const requests = readRequests(question, asked);
    // What asks for something to be set up is not answered as a question.
    if (requests.length > 0 && !json && !explained) {
      const said = requests
        .map((request) =>
          requestText(request, { catalog, now, zone, unknown: unknownNames(question, asked) }),
        )
        .join('\n\n');
      process.stdout.write(`${first ? '' : '\n'}${said}\n`);
      first = false;
      continue;
    }
    const read = readText(question, catalog, now);
    const book = await quotes?.bookFor(read, now);
    const answer = answerText(read, catalog, { now, book });
    const explanation = explained ? explain(read, catalog, { now, book }) : undefined;
    const why = explanation && renderExplanationText(explanation, unexplained(read));
    const text = json
      ? JSON.stringify({
          ...answerJson(question, answer, read, requests),
          ...(explanation === undefined ? {} : { explanation }),
        })
      : toText(answer, why, first);
    first = false;
    // Wait for a slow reader, so that a large input does not pile up in memory.
    if (!process.stdout.write(`${text}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

const options = {
  json: { type: 'boolean' },
  explain: { type: 'boolean' },
  now: { type: 'string' },
  zone: { type: 'string' },
} as const;

await runCommand({ usage: USAGE, options }, async ({ values, words, env }) => {
  const zone = readZone(values.zone);
  const now = readNow(values.now, zone);
  const json = values.json === true;
  const places = readQuoteOptions(env);
  if (!json) sayDatabase(places);
  const catalog = await loadCatalog(places);
  const quotes = await readOnlyQuotes(places, catalog);
  const questions = words.length > 0 ? [words.join(' ')] : createInterface({ input: process.stdin });
  try {
    await answerAll({ catalog, quotes }, questions, { json, explained: values.explain === true, now, zone });
  } finally {
    await quotes?.close();
  }
});
