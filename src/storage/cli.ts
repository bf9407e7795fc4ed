/** `npm run db -- export|import|backup`: moves everything in and out of the storage, beside a running bot. */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import { openStore, type Store } from './database.ts';
import { StorageError } from './storage-error.ts';
import { readStorageOptions } from './storage-options.ts';
import { exportRows, importRows } from './transfer.ts';

const USAGE = `npm run db -- export [file]    writes everything as JSON lines, to the file or to standard output
npm run db -- import [file]    fills an empty database from such lines
npm run db -- backup <file>    writes an export to a file that is whole or isn't there

The database is that of DATABASE_URL or, without one, the embedded one in STATE_DIR (.lodestone).
From embedded to PostgreSQL:
  npm run db -- export all.jsonl && DATABASE_URL=postgres://... npm run db -- import all.jsonl
`;

async function run(store: Store, command: string | undefined, file: string | undefined): Promise<string> {
  if (command === 'import') {
    return `${await importRows(store, readLines(file))} rows imported.`;
  }
  if (file === undefined) return `${await writeTo(store, process.stdout)} rows exported.`;
  // Under another name until it is whole: a backup that was cut off must not pass for one.
  const part = `${file}.part`;
  const output = createWriteStream(part, { mode: 0o600 });
  const count = await writeTo(store, output);
  output.end();
  await once(output, 'close');
  await rename(part, file);
  return `${count} rows written to ${file}.`;
}

/** Opens only when the first line is wanted: lines that come before anybody listens would be lost. */
async function* readLines(file: string | undefined): AsyncGenerator<string> {
  yield* createInterface({ input: file === undefined ? process.stdin : createReadStream(file) });
}

async function writeTo(store: Store, output: NodeJS.WritableStream): Promise<number> {
  return await exportRows(store, async (line) => {
    if (!output.write(`${line}\n`)) await once(output, 'drain');
  });
}

async function main(): Promise<number> {
  const [command, file] = parseArgs({ allowPositionals: true }).positionals;
  const known = command === 'export' || command === 'import' || (command === 'backup' && file !== undefined);
  if (!known) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const store = await openStore({ ...readStorageOptions(process.env), as: 'terminal' });
    try {
      process.stderr.write(`${await run(store, command, file)}\n`);
      return 0;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    process.stderr.write(`${error.message}\n${error.fix}\n`);
    return 1;
  }
}

process.exitCode = await main();
