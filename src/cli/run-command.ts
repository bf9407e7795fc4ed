/** Runs a command of the terminal: its options, its usage, its environment, and what a person is told where it fails. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { systemReason } from '#src/quotes/feeds/files.ts';
import { readEnvironment, type Environment } from '#src/platform/settings/environment.ts';
import { StartError } from '#src/platform/errors.ts';
import { nameDatabase, type DatabasePlace } from '#src/storage/database/database-name.ts';
import { storageFailure } from '#src/storage/database/failure.ts';
import { StorageError } from '#src/storage/database/storage-error.ts';

/** What was typed is at fault: the message says what is wrong with it, and the usage follows. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Parsed<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true }>
>;

/** What a command is given. */
export interface Given<O extends ParseArgsOptionsConfig> {
  readonly values: Parsed<O>['values'];
  readonly words: readonly string[];
  readonly env: Environment;
}

/**
 * Reads what was typed and runs the command; `--help` prints the usage alone. Sets the exit code: 0; 1 where it failed;
 * 2 where what was typed is at fault; or what the command gives.
 */
export async function runCommand<O extends ParseArgsOptionsConfig>(
  { usage, options }: { readonly usage: string; readonly options: O },
  run: (given: Given<O>) => Promise<number | void>,
): Promise<void> {
  // A reader that has seen enough (`| head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    const { help, values, words } = readArguments(options);
    if (help) process.stdout.write(usage);
    else process.exitCode = (await run({ values, words, env: readEnvironment() })) ?? 0;
  } catch (error) {
    const message = explain(error);
    // Only what nobody foresaw comes with its stack.
    if (message === undefined) throw error;
    const typed = error instanceof UsageError;
    process.stderr.write(`${message}\n${typed ? `\n${usage}` : ''}`);
    process.exitCode = typed ? 2 : 1;
  }
}

/** What was typed, and whether it is a call for help. @throws UsageError */
export function readArguments<O extends ParseArgsOptionsConfig>(options: O) {
  // Before all else: a person who asks for help has not got the rest right yet.
  const { argv } = process;
  const end = argv.indexOf('--', 2);
  const help = argv.slice(2, end < 0 ? undefined : end).some((word) => word === '--help' || word === '-h');
  try {
    const { values, positionals } = help
      ? parseArgs({ args: [], options, allowPositionals: true })
      : parseArgs({ options, allowPositionals: true });
    return { help, values, words: positionals };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(reason.replace(/\. To specify a positional.*$/s, '.'));
  }
}

/** What is wrong and how to mend it; `undefined` for what nobody foresaw. */
function explain(error: unknown): string | undefined {
  if (error instanceof UsageError || error instanceof StartError || error instanceof FeedError)
    return error.message;
  if (error instanceof StorageError) return `${error.message}\n${error.fix}`;
  const reason = systemReason(error);
  if (reason !== undefined) return reason;
  const failure = storageFailure(error);
  return failure && `${failure.message}\n${failure.fix}`;
}

/** One line on standard error: a command that reads another database than was meant looks right otherwise. */
export function sayDatabase(place: DatabasePlace): void {
  process.stderr.write(`Database: ${nameDatabase(place)}\n`);
}
