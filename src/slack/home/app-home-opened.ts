/** The App Home, made anew whenever someone opens it. */
import type { App } from '@slack/bolt';
import { answerTo } from '#src/domain/asking/ask.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { plainQuestion, type Question } from '#src/domain/reading/question.ts';
import { exampleSuggestions } from '#src/domain/topics/help.ts';
import { renderHome } from '#src/presentation/home-view.ts';
import { SLASH_COMMAND } from '#src/slack/commands/command.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';

export function registerAppHomeOpened(app: App, deps: ListenerDeps): void {
  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab !== 'home') return;
    const now = deps.now();
    const { metals, defaultMetal } = deps.catalog;
    // Those of all would be a wall of a hundred lines, most of them a year old.
    const shown = metals.filter((metal) => metal.id === defaultMetal || hasMonths(metal));
    const newest = shown
      .map(({ id }) => answerTo(priceNow(id), deps.catalog, { now }))
      .filter((answer) => answer.outcome === 'answer');
    await client.views.publish({
      user_id: event.user,
      view: renderHome({
        slash: SLASH_COMMAND,
        commands: COMMANDS,
        newest,
        others: metals.length - newest.length,
        examples: exampleSuggestions(deps.catalog),
        recent: deps.recent.of((await askerIn(context)).team, event.user),
      }),
    });
  });
}

/** Whether a source prints prices of its months: what has them has the newest. */
const hasMonths = (metal: Metal): boolean =>
  seriesIn(metal, { metric: 'price', cadence: 'month' }).length > 0;

const priceNow = (metal: string): Question => plainQuestion({ metals: [metal], metrics: ['price'] });
