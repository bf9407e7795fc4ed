/** "Chart": the picture of an answer, when it is wanted. */
import type { App, BlockButtonAction } from '@slack/bolt';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { renderChart } from '#src/presentation/chart-message.ts';
import { readChartSubject } from '../chart-subject.ts';
import type { ListenerDeps } from '../deps.ts';
import { readPress } from '../press.ts';
import { sendFirstTaken } from '../send.ts';

export function registerShowChart(app: App, deps: ListenerDeps): void {
  app.action<BlockButtonAction>(
    new RegExp(`^${ACTIONS.chart}:`),
    async ({ ack, action, body, client, respond }) => {
      await ack();
      const subject = readChartSubject(action.value);
      const picture = subject && (await deps.findPicture?.(subject));
      const { beside } = readPress({ body, client, respond });
      await sendFirstTaken(beside.post, [renderChart(picture, true), renderChart(picture, false)], deps.log);
    },
  );
}
