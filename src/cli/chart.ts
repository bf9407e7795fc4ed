/** `npm run chart`: charts in a terminal, of the figures, and of the quotes that the bot's storage holds. */
import { CHART_OPTIONS, CHART_USAGE, runChart } from './draw-chart.ts';
import { UsageError as ChartUsageError } from '#src/charts/cli-subject.ts';
import { runCommand, sayDatabase, UsageError } from './run-command.ts';

await runCommand({ usage: CHART_USAGE, options: CHART_OPTIONS }, async ({ values, words, env }) => {
  try {
    const said = await runChart(values, words, async (quotes) => {
      // Storage and the understanding of questions are loaded for quotes alone: other charts are there sooner without them.
      const { historyOfWords } = await import('./terminal-quotes.ts');
      return await historyOfWords(quotes, new Date(), { env, say: values.json ? () => {} : sayDatabase });
    });
    process.stdout.write(said);
  } catch (error) {
    throw error instanceof ChartUsageError ? new UsageError(error.message, { cause: error }) : error;
  }
});
