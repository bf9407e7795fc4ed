/** Starts the local Slack around an app that has every kind of element. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, exit } from 'node:process';
import { type Manifest, startPlayground, usualNames } from 'local-slack';

const MANIFEST: Manifest = {
  display_information: { name: 'Workshop' },
  features: {
    bot_user: { display_name: 'workshop' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [
      { command: '/form', description: 'Opens a form', usage_hint: '[every | push | update]' },
      { command: '/show', description: 'Shows what can be pressed' },
    ],
    shortcuts: [
      { name: 'Open the form', type: 'global', callback_id: 'form:open', description: 'From anywhere' },
      { name: 'Measure it', type: 'message', callback_id: 'message:measure', description: 'Counts letters' },
    ],
  },
  oauth_config: {
    scopes: { bot: ['channels:read', 'chat:write', 'commands', 'im:history', 'im:write', 'reactions:read'] },
  },
  settings: {
    event_subscriptions: { bot_events: ['message.im', 'app_home_opened'] },
    interactivity: { is_enabled: true },
  },
};

const port = Number(env['PORT']);
const entry = join(import.meta.dirname, 'app.ts');
// This app keeps nothing.
const stateDir = join(tmpdir(), `lodestone-workshop-${process.pid}`);
const running = await startPlayground({
  port,
  entry,
  env: (given) => ({ ...env, ...usualNames(given) }),
  stateDir,
  manifest: MANIFEST,
  interactive: false,
});
process.once('SIGTERM', () => void running.stop().then(() => exit(0)));
