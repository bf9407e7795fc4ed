/** "Chart": the picture of an answer, when it is wanted. */
import type { App, Context } from '@slack/bolt';
import { maySeeHistory } from '#src/quotes/find-quote-history.ts';
import { chartSubject, type ChartSubject } from '#src/domain/series/chart-subject.ts';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { renderChart } from '#src/presentation/chart-message.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { askerIn } from '#src/slack/setup/know-actors.ts';
import { inJson } from '#src/slack/button-values.ts';
import { onPress } from '#src/slack/press.ts';
import { sendFirstTaken } from '#src/slack/send.ts';

export function registerShowChart(app: App, deps: ListenerDeps): void {
  const button = { on: new RegExp(`^${ACTIONS.chart}:`), value: inJson(chartSubject), asks: true };
  onPress(app, deps, button, async ({ value: subject, press: { beside }, context }) => {
    const shown = await maySee(deps, context, subject);
    const picture = shown ? await deps.findPicture?.(subject) : undefined;
    await sendFirstTaken(beside.post, [renderChart(picture, true), renderChart(picture, false)], deps.log);
  });
}

/** Public figures anybody may; a chart of quotes is for the people of the workspace that has them. */
async function maySee({ quotes }: ListenerDeps, context: Context, subject: ChartSubject): Promise<boolean> {
  if (subject.kind !== 'quotes') return true;
  return await maySeeHistory(quotes, await askerIn(context), subject);
}
