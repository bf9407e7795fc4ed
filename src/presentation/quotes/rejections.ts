/** Rows that were rejected or left out, told in few lines: one for a reason, however many rows have it. */

/** How many lines of a file are named for one reason. */
const MOST_NAMED = 3;

interface Group {
  count: number;
  readonly reason: string;
  /** Whether all of them have this very reason, and not only its like. */
  isSame: boolean;
  readonly lines: number[];
}

export class Rejections {
  readonly #groups = new Map<string, Group>();
  #count = 0;
  readonly #done: string;

  /** @param done What became of them: "rejected". */
  constructor(done: string) {
    this.#done = done;
  }

  /** How many rows there are. */
  get count(): number {
    return this.#count;
  }

  /** A row, by its line. */
  add(line: number, reason: string): void {
    // What is quoted differs from row to row; what is wrong with it does not.
    const kind = reason.replaceAll(/“[^“”]*”/g, '“”').replaceAll(/\d[\d.,-]*/g, '0');
    this.#put(kind, [line], reason);
  }

  /** Rows of which one thing is wrong together; the reason names their lines. */
  addAll(lines: readonly number[], reason: string): void {
    this.#put(reason, lines, reason);
  }

  #put(kind: string, lines: readonly number[], reason: string): void {
    this.#count += lines.length;
    const group = this.#groups.get(kind) ?? { count: 0, reason, isSame: true, lines: [] };
    group.count += lines.length;
    group.isSame &&= group.reason === reason;
    for (const line of lines) if (group.lines.length < MOST_NAMED) group.lines.push(line);
    this.#groups.set(kind, group);
  }

  /** @example "lines 2, 3, 4 and 1,790 more are rejected: it has no high" */
  lines(): readonly string[] {
    return [...this.#groups.values()].map(({ count, reason, isSame, lines }) => {
      if (count === 1) return lines[0] === 0 ? reason : `line ${lines.join('')} is ${this.#done}: ${reason}`;
      const why = isSame ? reason : `${reason}; the others likewise`;
      return `${named(lines, count)} are ${this.#done}: ${why}`;
    });
  }
}

function named(lines: readonly number[], count: number): string {
  const more = count - lines.length;
  const words = lines.map(String);
  if (more > 0) return `lines ${words.join(', ')} and ${more.toLocaleString('en-US')} more`;
  return `lines ${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
