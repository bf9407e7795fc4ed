/** Reads what the matching benchmark asks: an FAQ, and questions with the entries that are right. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { MatchEntry } from '#src/domain/faq/matcher.ts';

/** One question; no right entry means that it is out of scope. */
export interface BenchQuestion {
  readonly text: string;
  readonly right: readonly string[];
}

export interface BenchSet {
  readonly name: string;
  readonly faqFile: string;
  readonly questionFiles: readonly string[];
}

const faqSchema = z.object({
  entries: z
    .array(
      z.object({
        id: z.string(),
        question: z.string(),
        examples: z.array(z.string()).default([]),
        answer: z.string().default(''),
      }),
    )
    .min(1),
});

const lineSchema = z.union([
  z.object({ question: z.string(), id: z.string().nullable() }),
  z.object({
    q: z.string(),
    outcome: z.union([z.string(), z.array(z.string())]),
    faq: z.array(z.string()).optional(),
  }),
]);

export function readFaq(file: string): readonly MatchEntry[] {
  return faqSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).entries;
}

/**
 * Questions of either format: `{question, id}` with `null` for out of scope, or the bot's own `{q, outcome, faq?}`. Of
 * the latter, those without `faq` are out of scope where only "none" is allowed, and left out where figures are asked for.
 */
export function readQuestions(file: string): readonly BenchQuestion[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .flatMap((line): BenchQuestion[] => {
      const parsed = lineSchema.parse(JSON.parse(line));
      if ('question' in parsed)
        return [{ text: parsed.question, right: parsed.id === null ? [] : [parsed.id] }];
      if (parsed.faq !== undefined) return [{ text: parsed.q, right: parsed.faq }];
      const allowed = [parsed.outcome].flat();
      return allowed.every((outcome) => outcome === 'none') ? [{ text: parsed.q, right: [] }] : [];
    });
}

/** The sets of a folder: `<name>-*.faq.json` with the `<name>-*.questions.jsonl` beside it. */
export function findSets(folder: string): readonly BenchSet[] {
  const files = readdirSync(folder).toSorted();
  return files
    .filter((file) => file.endsWith('.faq.json'))
    .map((file) => {
      const name = file.split(/[-.]/u)[0] ?? file;
      const own = files.filter((f) => f.startsWith(`${name}-`) && f.endsWith('.questions.jsonl'));
      return {
        name,
        faqFile: join(folder, file),
        questionFiles: own.map((f) => join(folder, f)),
      };
    })
    .filter(({ questionFiles }) => questionFiles.length > 0);
}
