/** What the commands that learn do with what they learned: a file of the product, made anew or compared. */
import { readFile, writeFile } from 'node:fs/promises';
import { UsageError } from '../run-command.ts';

interface Kept {
  readonly file: string;
  /** What the file is to hold. */
  readonly learned: string | Buffer;
  /** Nothing is written, and a file that holds something else fails. */
  readonly isCheck: boolean;
  /** The command that writes it. */
  readonly command: string;
}

/** @throws UsageError where `isCheck` is set and the file is another one */
export async function keepLearned({ file, learned, isCheck, command }: Kept): Promise<void> {
  const bytes = Buffer.from(learned);
  if (!isCheck) await writeFile(file, bytes);
  else if (!bytes.equals(await readFile(file)))
    throw new UsageError(`${file} is not what is learned: run ${command}.`);
}
