/** `/mcp` as the app has it: who may ask, by a token of the API or by Slack's signature, and what they are answered from. */
import type { Actor, Signs } from '#src/access/actor.ts';
import { may } from '#src/access/may.ts';
import type { ApiAnswers } from '#src/api/api-answers.ts';
import type { Gate } from '#src/api/http/guard.ts';
import { isProblem, type Problem } from '#src/api/http/problem.ts';
import type { Tokens } from '#src/api/tokens.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { Asker } from '#src/mcp/asker.ts';
import { mcpRoute, type McpRequest } from '#src/mcp/http-route.ts';
import { mcpServers } from '#src/mcp/server.ts';
import { signsOfSlackbot } from '#src/mcp/slack-identity.ts';
import type { Route } from '#src/platform/connection/routes.ts';
import { isSignedBySlack } from '#src/platform/connection/slack-signature.ts';
import { convertContext, type QuoteDesk } from '#src/quotes/quote-desk.ts';
import { bookForAsker, quotedMaterials, wholeBook } from '#src/quotes/load-book.ts';
import type { AskingPace } from '#src/slack/asking-pace.ts';

export interface AssistantDeps {
  readonly catalog: Catalog;
  readonly quotes: Omit<QuoteDesk, 'takenBack' | 'withdrawn' | 'changed'>;
  readonly api: Pick<ApiAnswers, 'draw'>;
  readonly tokens: Pick<Tokens, 'isOn'>;
  readonly gate: Gate;
  /** By which Slack signs what Slackbot asks; `undefined` where Slackbot can't ask. */
  readonly signingSecret: string | undefined;
  /** Who it is that a signed request names. */
  readonly know: (signs: Signs) => Promise<Actor>;
  /** How often people ask: the same measure as in chat. */
  readonly pace: AskingPace;
  readonly hosts: readonly string[];
  readonly onError: (error: unknown) => void;
  readonly run: (work: () => Promise<void>) => Promise<void>;
}

/** In whose name tools are listed: nobody's, who is told public figures alone. */
const NOBODY: Actor = {
  team: '',
  user: '',
  userTeam: undefined,
  standing: 'outsider',
  channel: undefined,
  sharedOutside: true,
  alone: true,
  zone: 'UTC',
};

export function assistantsRoute(deps: AssistantDeps): Route {
  const { catalog, quotes, tokens, signingSecret, hosts, onError, run } = deps;
  return mcpRoute({
    isOn: async () => signingSecret !== undefined || (await tokens.isOn()),
    identify: async (request) => {
      const actor = await actorOf(deps, request);
      return isProblem(actor) ? actor : askerOf(deps, actor);
    },
    serverFor: mcpServers({ catalog, now: quotes.now, onError }),
    hosts,
    onError,
    run,
  });
}

/** Whoever shows a token, or whom Slack names; or why neither lets them in. */
async function actorOf(
  { gate, signingSecret, know, pace, quotes }: AssistantDeps,
  { headers, raw, body }: McpRequest,
): Promise<Actor | Problem> {
  const mayBeSlack = signingSecret !== undefined && headers.authorization === undefined;
  if (!mayBeSlack || !isSignedBySlack(headers, raw, { signingSecret, now: quotes.now() }))
    return await gate.letIn(headers);
  const signs = signsOfSlackbot(body);
  if (signs === undefined) return NOBODY;
  const actor = await know(signs);
  const over = pace.take(actor);
  return over === undefined ? actor : { status: 429, detail: over.message.text };
}

/** What somebody may be answered from: the same as in chat. */
function askerOf({ catalog, quotes, api }: AssistantDeps, actor: Actor): Asker {
  const { house } = quotes;
  return {
    zone: actor.zone,
    bookFor: async (read, now) => await bookForAsker(quotes, catalog, actor, { read, now }),
    wholeBook: async (material, since) =>
      may(actor, 'ask', 'files', house) ? await wholeBook(quotes, actor.team, material, since) : undefined,
    quoted: async () =>
      may(actor, 'ask', 'quotes', house) ? await quotedMaterials(quotes, actor.team) : new Set(),
    ratesSince: async (since) => await convertContext(quotes, since),
    draw: async (subject) => await api.draw(actor, subject),
  };
}
