/** `npm run data:check`: the data and FAQ files alone, without starting anything. */
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { runCommand, UsageError } from './run-command.ts';

const USAGE = `Usage: npm run data:check

Checks the data and FAQ files of DATA_DIR and FAQ_DIR, and says what is wrong with file, path and reason.
`;

await runCommand({ usage: USAGE, options: {} }, async ({ words, env }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const catalog = await loadCatalog(readDataOptions(env));
  const series = catalog.metals.reduce((sum, m) => sum + m.series.length, 0);
  process.stdout.write(
    `${catalog.metals.length} metals, ${series} series, ${catalog.faq.length} FAQ entries: all sound\n`,
  );
});
