/** An answer `{ ok: false, error }` of the simulated Web API. `extra` is merged into the answer. */
import type { Json } from './wire-types.ts';

export class SlackError extends Error {
  readonly extra: Json;
  /** @param code Slack's own error code, such as `channel_not_found` */
  constructor(code: string, extra: Json = {}) {
    super(code);
    this.name = 'SlackError';
    this.extra = extra;
  }
}
