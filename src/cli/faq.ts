/** `npm run faq -- suggest`: what the FAQ lacks, by what people let the bot know, as a diff for a person to judge. */
import { reportGaps } from '#src/app/faq-gaps.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readQuoteOptions } from '#src/platform/settings/config.ts';
import { renderGapsText } from '#src/presentation/gaps.ts';
import { runCommand, sayDatabase, UsageError } from './run-command.ts';
import { openStore } from '#src/storage/database/database.ts';
import { listFeedback } from '#src/storage/feedback.ts';

const USAGE = `Usage: npm run faq -- suggest

  suggest  what to add to faq/*.json, as a diff for "git apply"
  --help   this text

It reads what people chose from "did you mean", found helpful or not, and got no answer to, in the last 90 days, from the
database of DATABASE_URL or, without one, the embedded one in STATE_DIR (.lodestone). It changes nothing.
`;

await runCommand({ usage: USAGE, options: {} }, async ({ words, env }) => {
  const [command, ...more] = words;
  if (command !== 'suggest')
    throw new UsageError(command === undefined ? 'Say what to do.' : `There is no "${command}".`);
  if (more.length > 0) throw new UsageError(`What is "${more.join(' ')}"?`);
  const options = readQuoteOptions(env);
  sayDatabase(options);
  const catalog = await loadCatalog(options);
  const store = await openStore({ ...options, as: 'terminal', mustExist: true });
  try {
    const feedback = await listFeedback(store.db, Date.now());
    process.stdout.write(
      `${renderGapsText(await reportGaps(feedback, catalog, options.faqDir), catalog.faq).trimEnd()}\n`,
    );
  } finally {
    await store.close();
  }
});
