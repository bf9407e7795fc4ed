/** What the rooms of the simulator share: state, log, faults, and the way to the app. */
import type { Dispatch } from './wire/dispatch.ts';
import type { ExchangeLog } from './wire/exchange-log.ts';
import type { Faults } from './wire/faults.ts';
import type { Workspace } from './state/workspace.ts';

export type Slack = {
  readonly workspace: Workspace;
  readonly log: ExchangeLog;
  readonly faults: Faults;
  readonly dispatch: Dispatch;
  /** `http://127.0.0.1:<port>`, where this simulator listens. */
  readonly url: () => string;
  readonly botToken: string;
  readonly appToken: string;
  /** Whether Slack could fetch the picture at this address. */
  readonly canFetchImage: (url: string) => boolean;
  readonly rateLimits: boolean;
};
