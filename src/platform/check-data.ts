/** `npm run data:check`: the data and FAQ files alone, without starting anything. */
import { loadCatalog } from './catalog.ts';
import { readDataOptions } from './config.ts';
import { StartError } from './errors.ts';

try {
  const catalog = await loadCatalog(readDataOptions(process.env));
  const series = catalog.metals.reduce((sum, m) => sum + m.series.length, 0);
  process.stdout.write(
    `${catalog.metals.length} metals, ${series} series, ${catalog.faq.length} FAQ entries: all sound\n`,
  );
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
