/** A bot's share of `bench/quotes`, in a process of its own: opens a store, answers the same questions, and says what it took. */
import { memoryUsage } from 'node:process';
import { loadBook } from '#src/quotes/load-book.ts';
import { answerText } from '#src/domain/asking/ask.ts';
import { readText } from '#src/domain/asking/read-text.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import { renderMessage } from '#src/presentation/message.ts';
import { openStore } from '#src/storage/database/database.ts';
import { catalog, materials, quoted, TODAY } from './subject.ts';

export interface Answered {
  readonly milliseconds: readonly number[];
  /** Resident, after a collection of garbage. */
  readonly megabytes: number;
  readonly lastText: string;
}

const QUESTIONS = 300;

const [stateDir = ''] = process.argv.slice(2);
const store = await openStore({ stateDir, as: 'bot' });
const desk = { ...quoted, materials, store, charted: true };
const now = new Date(`${TODAY}T12:00:00Z`);
const milliseconds: number[] = [];
let lastText = '';
for (let i = 0; i < QUESTIONS; i += 1) {
  const text = `price ${materials[i % materials.length]?.id ?? ''} 12 months`;
  const started = performance.now();
  const read = readText(text, catalog, now);
  const book = await loadBook(desk, catalog, { read, team: EVERYBODY, now });
  ({ text: lastText } = renderMessage(answerText(read, catalog, { now, book })));
  milliseconds.push(performance.now() - started);
}
global.gc?.();
const answered: Answered = { milliseconds, megabytes: memoryUsage().rss / 1e6, lastText };
await store.close();
process.stdout.write(JSON.stringify(answered));
