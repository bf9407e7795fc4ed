/** Who asks over standard input: whoever runs the machine, answered from what the terminal shows. */
import { drawnChart } from '#src/charts/drawn.ts';
import { createPictures } from '#src/charts/pictures.ts';
import { createRenderer } from '#src/charts/renderer.ts';
import { readyCharts } from '#src/app/pictures.ts';
import { loadQuoted } from '#src/app/quoted.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { EVERYBODY } from '#src/domain/series/quotes/quote-store.ts';
import type { Asker } from '#src/mcp/asker.ts';
import type { readMcpOptions } from '#src/platform/settings/config.ts';
import { convertContext } from '#src/quotes/quote-desk.ts';
import { findQuoteHistory } from '#src/quotes/find-quote-history.ts';
import { loadBook, quotedMaterials, wholeBook } from '#src/quotes/load-book.ts';
import { openIfThere } from './terminal-quotes.ts';

interface TerminalAsker extends Asker {
  close(): Promise<void>;
}

/** @throws StartError where a setting or what is stored is at fault */
export async function terminalAsker(
  options: ReturnType<typeof readMcpOptions>,
  catalog: Catalog,
  onError: (error: unknown) => void,
): Promise<TerminalAsker> {
  const quoted = await loadQuoted(options, catalog);
  const store = await openIfThere(options);
  const desk = store && { ...quoted, store, charted: true, now: Date.now };
  const charts = await readyCharts(options.charts, options.stateDir);
  const renderer = createRenderer();
  const data = {
    metals: catalog.metals,
    findHistory: desk && (async (subject) => await findQuoteHistory(desk, subject)),
  } satisfies Parameters<typeof drawnChart>[1]['data'];
  // What is uploaded goes to a Slack, and nobody here has one.
  const pictures = createPictures(data, charts.way === 'upload' ? { way: 'off' } : charts, (_, error) =>
    onError(error),
  );
  return {
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    bookFor: async (read, now) => desk && (await loadBook(desk, catalog, { read, team: EVERYBODY, now })),
    wholeBook: async (material, since) => desk && (await wholeBook(desk, EVERYBODY, material, since)),
    quoted: async () => (desk === undefined ? new Set() : await quotedMaterials(desk, EVERYBODY)),
    ratesSince: async (since) => await convertContext({ ...quoted, store }, since),
    draw: async (subject) =>
      charts.way === 'off' ? undefined : await drawnChart(subject, { data, renderer, pictures }),
    close: async () => {
      await Promise.all([renderer.close(), store?.close()]);
    },
  };
}
