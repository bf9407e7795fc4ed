/** `npm run chart`: charts in a terminal, of the figures, and of the quotes that the bot's storage holds. */
import { runChartCli } from './charts/cli.ts';

await runChartCli(async (words) => {
  // Storage and the understanding of questions are loaded for quotes alone: other charts are there sooner without them.
  const { historyOfWords } = await import('./terminal-quotes.ts');
  return await historyOfWords(words, new Date(), process.env);
});
