/** A small real Bolt app as the simulator's peer, and a manifest for it. */
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Manifest } from '../src/state/manifest-type.ts';
import { startSimulator, type Simulator, type SimulatorOptions } from '../src/simulator.ts';

export const SECRETS = {
  signingSecret: 'not-a-secret',
  botToken: 'xoxb-playground',
  appToken: 'xapp-playground',
};

export const MANIFEST = {
  display_information: { name: 'Lodestone' },
  features: {
    bot_user: { display_name: 'Lodestone' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [{ command: '/nd', description: 'Ask' }],
    shortcuts: [
      { name: 'Ask', type: 'global', callback_id: 'ask:open', description: 'Ask' },
      { name: 'Explain', type: 'message', callback_id: 'message:explain', description: 'Explain' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:join',
        'channels:read',
        'chat:write',
        'commands',
        'files:write',
        'files:read',
        'im:history',
        'im:read',
        'im:write',
        'reactions:read',
        'reactions:write',
        'users:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: ['app_mention', 'message.im', 'message.channels', 'app_home_opened', 'reaction_added'],
    },
    interactivity: { is_enabled: true },
  },
} as const satisfies Manifest;

export type Peer = { readonly app: App; readonly slack: Simulator; readonly stop: () => Promise<void> };

/** Starts a simulator and a Bolt app that `listen` gives listeners; over HTTP, or over a socket. */
export async function startPeer(
  listen: (app: App) => void,
  options: Partial<SimulatorOptions> & { transport?: 'http' | 'socket' } = {},
): Promise<Peer> {
  const { transport = 'http', ...simulator } = options;
  const slack = await startSimulator({ manifest: MANIFEST, ...SECRETS, rateLimits: false, ...simulator });
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver =
    transport === 'http'
      ? new HTTPReceiver({ signingSecret: SECRETS.signingSecret, logLevel: LogLevel.ERROR })
      : new SocketModeReceiver({
          appToken: SECRETS.appToken,
          logLevel: LogLevel.ERROR,
          installerOptions: { clientOptions },
          clientPingTimeout: 300,
        });
  const app = new App({
    token: SECRETS.botToken,
    receiver,
    clientOptions,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
  });
  listen(app);
  await app.init();
  if (transport === 'http') {
    const server = await app.start(0);
    const address = server.address();
    slack.setAppUrl(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slack/events`);
  } else {
    await app.start();
  }
  return {
    app,
    slack,
    stop: async () => {
      await app.stop();
      await slack.close();
    },
  };
}
