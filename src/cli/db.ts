/** `npm run db -- export|import|backup`: moves everything in and out of the storage, beside a running bot. */
import { once } from 'node:events';
import { readQuoteOptions } from '#src/platform/settings/config.ts';
import { runCommand, sayDatabase, UsageError } from './run-command.ts';
import { fileLines, linesOf, writeBackup } from '#src/storage/database/backup.ts';
import { openStore } from '#src/storage/database/database.ts';
import { exportRows, importRows, type Imported } from '#src/storage/database/transfer.ts';

const USAGE = `Usage: npm run db -- backup <file> [--force]
       npm run db -- export [file] [--force]
       npm run db -- import [file]

  backup   writes everything to a file, as JSON lines; it is read back and counted before it takes the file's name
  export   the same; without a file, to standard output
  import   fills an empty database from such a file, or from standard input: all of it, or nothing

  --force  replace a backup that has more rows than the new one, or a file that is none
  --help   this text

The database is that of DATABASE_URL or, without one, the embedded one in STATE_DIR (.lodestone), as the environment and
the .env of this folder say. A database that isn't there is neither backed up nor exported.

To restore: stop the bot, move its state folder away (or make an empty PostgreSQL database), import, start it.
From embedded to PostgreSQL:
  npm run db -- export all.jsonl && DATABASE_URL=postgres://... npm run db -- import all.jsonl
`;

const COMMANDS = new Set(['backup', 'export', 'import']);

await runCommand(
  { usage: USAGE, options: { force: { type: 'boolean' } } },
  async ({ values, words, env }) => {
    const [command = '', file, ...more] = words;
    if (!COMMANDS.has(command))
      throw new UsageError(command === '' ? 'Say what to do.' : `There is no "${command}".`);
    if (more.length > 0) throw new UsageError(`One file at a time: what is "${more.join(' ')}"?`);
    if (command === 'backup' && file === undefined)
      throw new UsageError('Say which file the backup goes to.');
    const place = readQuoteOptions(env);
    sayDatabase(place);
    // Named before a database is made for it.
    const lines =
      command === 'import'
        ? await begun(file === undefined ? linesOf(process.stdin) : fileLines(file))
        : undefined;
    // A bot that runs would post what is in doubt from now on.
    const as = lines === undefined ? 'terminal' : 'bot';
    const store = await openStore({ ...place, as, mustExist: lines === undefined });
    try {
      process.stderr.write(`${await run()}\n`);
    } finally {
      await store.close();
    }

    async function run(): Promise<string> {
      if (lines !== undefined) return importedInWords(await importRows(store, lines));
      if (file !== undefined)
        return `${await writeBackup(store, file, values.force === true)} rows written to ${file}.`;
      const count = await exportRows(store, async (line) => {
        if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
      });
      return `${count} rows exported.`;
    }
  },
);

function importedInWords({ rows, mended }: Imported): string {
  const said = `${rows} rows imported.`;
  return mended === 0
    ? said
    : `${said} In ${mended} of them a NUL character is now ␀: PostgreSQL can’t hold it.`;
}

/** The same lines, of which the first was read: what can't be read fails here. */
async function begun(lines: AsyncIterable<string>): Promise<AsyncIterable<string>> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    if (first.done !== true) yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}
