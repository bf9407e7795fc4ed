/** The parts of the documentation that are made from the code: tables as Markdown, between marks in a file that people write. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Section {
  /** In the repository. */
  readonly file: string;
  /** As the marks name it: "who may". */
  readonly what: string;
  /** The script that makes it: "docs:access". */
  readonly script: string;
  readonly text: string;
}

/** Puts a section between its marks. @param check Writes nothing; @returns 1 where the file says something else, and says so */
export async function makeSection({ file, what, script, text }: Section, check: boolean): Promise<number> {
  const path = join(import.meta.dirname, '../../..', file);
  const [begin, end] = [`<!-- ${what}: made by \`npm run ${script}\` -->`, `<!-- end of ${what} -->`];
  const written = await readFile(path, 'utf8');
  const [before, after] = [written.split(begin)[0], written.split(end)[1]];
  if (before === undefined || after === undefined || !written.includes(begin))
    throw new Error(`${file} lacks its marks: ${begin} and ${end}`);
  const made = `${before}${begin}\n\n${text}\n\n${end}${after}`;
  if (!check) await writeFile(path, made);
  else if (made !== written) {
    process.stderr.write(`${file} has drifted from the code. Run "npm run ${script}".\n`);
    return 1;
  }
  return 0;
}

/** A table as Prettier formats it. @param rows The heading first; each cell without line ends */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = (cells[0] ?? []).map((_, at) => Math.max(3, ...cells.map((row) => row[at]?.length ?? 0)));
  const [head = [], ...body] = cells.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
