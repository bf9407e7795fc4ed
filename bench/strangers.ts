/**
 * `npm run bench:strangers -- FILE.jsonl [...]`: questions that are none of the bot's business, asked of the bot itself; told is how many are answered at
 * once, with which answer, and how many questions a second it takes. A line of a file is `{"question": ...}`; without files the templates' own strangers are asked.
 */
import { basename } from 'node:path';
import { ask } from '#src/domain/asking/ask.ts';
import { makeStrangers } from '#src/learning/strangers.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { readQuestions } from './match/sets.ts';

const COUNT = 4000;
const files = process.argv.slice(2);
const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');

function tell(name: string, texts: readonly string[]): void {
  // The first question builds what all of them need.
  ask('price 2024', catalog, { now });
  const begun = performance.now();
  const answers = texts.map((text) => ({ text, answer: ask(text, catalog, { now }) }));
  const perSecond = Math.round((1000 * texts.length) / (performance.now() - begun));
  const answered = answers.filter(({ answer }) => answer.outcome === 'answer');
  const share = ((100 * answered.length) / texts.length).toFixed(2);
  process.stdout.write(
    `${name}: ${answered.length} of ${texts.length} answered at once (${share} %), ${perSecond} questions a second\n`,
  );
  for (const { text, answer } of answered)
    process.stdout.write(`  ${text}  ->  ${answer.faq ?? answer.topic}\n`);
}

if (files.length === 0)
  tell(
    'templates',
    makeStrangers({ count: COUNT, seed: 1 }).map(({ text }) => text),
  );
for (const file of files)
  tell(
    basename(file),
    readQuestions(file).map(({ text }) => text),
  );
