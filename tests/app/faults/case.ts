/** One input that once failed: where it is put in, what must come out, and what the fault would look like. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const FOLDER = import.meta.dirname;

export interface Case {
  readonly id: string;
  readonly kind: string;
  /** Where it is put in: a command line, `/nd`, an event. */
  readonly surface: string;
  readonly setup: string;
  readonly input: string;
  /** The right outcome, in words. */
  readonly expect: string;
  /** A pattern of it; empty where only the words can say. */
  readonly must: string;
  readonly fault_if: string;
}

export const cases: readonly Case[] = readFileSync(join(FOLDER, 'cases.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Case => JSON.parse(line));

/** Patterns may begin with flags, as in `(?s)`. */
function pattern(source: string): RegExp {
  const [, flags = '', rest = source] = /^\(\?([a-z]+)\)(.*)$/s.exec(source) ?? [];
  return new RegExp(rest, flags.replaceAll(/[^ims]/g, ''));
}

/** What is wrong with what came out; empty where nothing is. */
export function faultsOf({ must, fault_if }: Case, out: string): readonly string[] {
  return [
    ...(out === '' ? ['nothing came out'] : []),
    ...(must !== '' && !pattern(must).test(out) ? [`lacks ${must}`] : []),
    ...(fault_if !== '' && pattern(fault_if).test(out) ? [`shows ${fault_if}`] : []),
  ];
}
