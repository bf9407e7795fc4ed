/** Failures that a person is told about: what happened, what to do, and what to quote when asking for help. */
import { randomInt } from 'node:crypto';

/** One thing that is wrong, and how to mend it. */
export interface Problem {
  /** What it is about: a variable's name, or nothing for the whole. */
  readonly subject: string;
  readonly reason: string;
  readonly fix: string;
}

/** Stops the start. Names everything that is wrong at once, so that one look is enough. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((problem, i) => describe(problem, problems[i + 1])).join('\n'), options);
    this.problems = problems;
  }
}

/** A problem and its fix; several in a row that are mended the same way are told it once. */
function describe({ subject, reason, fix }: Problem, next: Problem | undefined): string {
  return next?.fix === fix ? `${subject}: ${reason}` : `${subject}: ${reason}\n    ${fix}`;
}

/** Letters that can't be mistaken for one another when they are read out. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Names one failure, in Slack and in the log. @example newReference() // "K7MQ-4XTR" */
export function newReference(): string {
  const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
