/** The doors over HTTP beside Slack's: the API, and what assistants ask. Each is loaded when it is first asked. */
import { createGate } from '#src/api/http/guard.ts';
import { API_PREFIX, MCP_PATH } from '#src/api/http/paths.ts';
import type { ApiAnswersDeps } from '#src/api/api-answers.ts';
import type { Tokens } from '#src/api/tokens.ts';
import type { Forgettables } from '#src/platform/forgettables.ts';
import type { InFlight } from '#src/platform/in-flight.ts';
import type { Config } from '#src/platform/settings/config.ts';
import type { AssistantDeps } from './assistants.ts';
import { lateRoute, type Route } from '#src/platform/connection/routes.ts';

interface DoorDeps extends Pick<AssistantDeps, 'catalog' | 'know' | 'pace' | 'onError'> {
  readonly config: Pick<Config, 'limits' | 'publicUrl' | 'slackbotSecret'>;
  readonly desk: AssistantDeps['quotes'];
  /** Draws a chart; `undefined` where there is nothing to draw, or charts are off. */
  readonly draw: ApiAnswersDeps['draw'];
  readonly tokens: Tokens;
  readonly forgettables: Forgettables;
  readonly inFlight: InFlight;
}

/** The routes of the API and of assistants, for the server that Slack's events come to as well. */
export function httpDoors({
  config,
  catalog,
  desk,
  draw,
  tokens,
  forgettables,
  pace,
  know,
  inFlight,
  onError,
}: DoorDeps): readonly Route[] {
  const apiAnswers = async () => {
    const { createApiAnswers } = await import('#src/api/api-answers.ts');
    return createApiAnswers({ catalog, quotes: desk, draw });
  };
  const overHttp = {
    tokens,
    gate: createGate({ tokens, limits: config.limits, forgettables, now: desk.now }),
    hosts: config.publicUrl === undefined ? [] : [new URL(config.publicUrl).hostname],
    onError,
    run: (work: () => Promise<void>) => inFlight.run(work),
  };
  const api = async () => {
    const { apiRoute } = await import('#src/api/http/serve.ts');
    return apiRoute({ ...overHttp, answers: await apiAnswers() });
  };
  const assistants = async () => {
    const { assistantsRoute } = await import('./assistants.ts');
    const given = {
      catalog,
      quotes: desk,
      api: await apiAnswers(),
      signingSecret: config.slackbotSecret,
      know,
      pace,
    };
    return assistantsRoute({ ...overHttp, ...given });
  };
  return [lateRoute(API_PREFIX, api, onError), lateRoute(MCP_PATH, assistants, onError)];
}
