/** The messages that requests are learned from: written for it, strangers' questions, and the FAQ's own. */
import { readFile } from 'node:fs/promises';
import type { CatalogFaq } from '#src/domain/faq/entry.ts';
import { NONE } from '#src/domain/watching/requests/intents/intent-score.ts';
import type { RequestLine } from './request-intents.ts';
import { makeStrangers } from './strangers.ts';

/** Files of `requests/`: desks of all kinds, twelve voices, and fourteen more with many that only look like requests. */
const WRITTEN = ['desk', 'voices', 'look-alikes'] as const;
const STRANGERS = {
  count: 300,
  seed: 5,
  // A word or two asks for nothing at all, so it tells no request from another.
  kinds: ['goods', 'markets', 'money', 'work', 'support', 'assistant', 'knowledge', 'talk'],
};
/** When what has no date of its own is said, and where. */
const SAID = { now: '2026-11-23T10:00:00Z', zone: 'UTC', intent: NONE };

/** The lines of a file; what asks for two things at once is of no one intent, and left out. */
async function writtenLines(name: (typeof WRITTEN)[number]): Promise<readonly RequestLine[]> {
  const text = await readFile(new URL(`requests/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): RequestLine & { readonly also?: unknown } => JSON.parse(line))
    .filter(({ also }) => also === undefined);
}

/** Files of messages by their intent: what each is said by and what only sounds like it; and what is easily taken for something else. */
const BY_INTENT = ['phrases', 'kinds'] as const;

async function phraseLines(name: (typeof BY_INTENT)[number]): Promise<readonly RequestLine[]> {
  const text = await readFile(new URL(`requests/${name}.json`, import.meta.url), 'utf8');
  const phrases: Readonly<Record<string, readonly string[]>> = JSON.parse(text);
  return Object.entries(phrases).flatMap(([intent, of]) => of.map((q) => ({ ...SAID, intent, q })));
}

export async function requestLines(faq: readonly CatalogFaq[]): Promise<readonly RequestLine[]> {
  const written = await Promise.all(WRITTEN.map(writtenLines));
  return [
    ...written.flat(),
    ...(await Promise.all(BY_INTENT.map(phraseLines))).flat(),
    ...faq.flatMap(({ entry: { examples } }) => examples.map((q) => ({ ...SAID, q }))),
    ...makeStrangers(STRANGERS).map(({ text }) => ({ ...SAID, q: text })),
  ];
}
