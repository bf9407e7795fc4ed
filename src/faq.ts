/** `npm run faq -- suggest`: what the FAQ lacks, by what people let the bot know, as a diff for a person to judge. */
import { reportGaps } from './faq-gaps.ts';
import { loadCatalog } from './platform/catalog.ts';
import { readDataOptions } from './platform/config.ts';
import { StartError } from './platform/errors.ts';
import { renderGapsText } from './presentation/gaps.ts';
import { openStore } from './storage/database.ts';
import { listFeedback } from './storage/feedback.ts';
import { StorageError } from './storage/storage-error.ts';
import { readStorageOptions } from './storage/storage-options.ts';

const USAGE = `npm run faq -- suggest    what to add to faq/*.json, as a diff

It reads what people chose from "did you mean", found helpful or not, and got no answer to, in the last 90 days, from the
database of DATABASE_URL or, without one, the embedded one in STATE_DIR (.lodestone). It changes nothing.
`;

async function suggest(): Promise<string> {
  const options = readDataOptions(process.env);
  const catalog = await loadCatalog(options);
  const store = await openStore({ ...readStorageOptions(process.env), as: 'terminal' });
  try {
    const feedback = await listFeedback(store.db, Date.now());
    return renderGapsText(await reportGaps(feedback, catalog, options.faqDir));
  } finally {
    await store.close();
  }
}

try {
  if (process.argv[2] === 'suggest') process.stdout.write(`${(await suggest()).trimEnd()}\n`);
  else {
    process.stderr.write(USAGE);
    process.exitCode = 2;
  }
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof StorageError) process.stderr.write(`${error.message}\n${error.fix}\n`);
  else throw error;
  process.exitCode = 1;
}
