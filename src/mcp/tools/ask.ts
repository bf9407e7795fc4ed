/** `ask`: a question in plain words, as people type it in Slack. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { McpServer } from '@modelcontextprotocol/server';
import { answerJson } from '#src/api/answer-json.ts';
import { answerSchema } from '#src/api/schemas/answer.ts';
import { answerText } from '#src/domain/asking/ask.ts';
import { readText } from '#src/domain/asking/read-text.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import { question } from './arguments.ts';
import { guarded, READ_ONLY, todayFor, type Kit } from './kit.ts';
import { argumentsOf, convertedOnce } from './schema.ts';

const inputSchema = argumentsOf({
  question: question.describe(
    'One question that stands alone, naming its material: "neodymium oxide price 2021 to 2025", "who mines the most cobalt?"',
  ),
});
/** Without its name: some clients do not follow a reference at the root. */
const outputSchema = convertedOnce(answerSchema.extend({}));

export function registerAsk(server: McpServer, kit: Kit): void {
  const { catalog, asker } = kit;
  server.registerTool(
    'ask',
    {
      title: 'Ask about metals and minerals',
      description:
        'Answers a market question about a metal or mineral in plain English: price, change, production by country, reserves, import reliance, uses and sectors, supply and demand, cost of an amount, and why. Use it first, and whenever no other tool fits; several questions may stand in one text. Figures come from published sources and the asker’s own quotes, never from a model, each with unit, basis, period, source and edition. outcome "none" means that there is no such figure: `suggestions` say what there is instead. `unused` names words that the answer does not take into account.',
      inputSchema,
      outputSchema,
      annotations: READ_ONLY,
    },
    guarded(kit, async ({ question: text }) => {
      const now = todayFor(kit);
      const read = readText(text, catalog, now);
      const book = await asker.bookFor(read, now);
      // As the API does: others have their turn.
      await breathe();
      const answer = answerText(read, catalog, { now, book });
      const { materials } = catalog;
      const requests = readRequests(text, { materials, today: isoDate(now.getTime()), zone: asker.zone });
      const json = answerJson(text, answer, read, requests);
      return { content: [{ type: 'text', text: json.text }], structuredContent: json };
    }),
  );
}
