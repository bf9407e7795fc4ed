/** What Slack refuses in a manifest, and the app would otherwise find out in production. */
import type { Manifest } from './manifest-type.ts';

/** The scope without which Slack does not take a subscription. */
const SCOPE_OF_EVENT: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.mpim': 'mpim:history',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  member_joined_channel: 'channels:read',
  team_join: 'users:read',
  file_shared: 'files:read',
};

/** Throws an error that names every fault of the manifest. */
export function checkManifest(manifest: Manifest): void {
  const scopes = manifest.oauth_config?.scopes?.bot ?? [];
  const events = manifest.settings?.event_subscriptions?.bot_events ?? [];
  const commands = manifest.features?.slash_commands ?? [];
  const shortcuts = manifest.features?.shortcuts ?? [];
  const faults = [
    ...events.flatMap((event) => {
      const scope = SCOPE_OF_EVENT[event];
      return scope === undefined || scopes.includes(scope)
        ? []
        : [`the event ${event} needs the scope ${scope}`];
    }),
    ...(commands.length + shortcuts.length > 0 && !scopes.includes('commands')
      ? ['slash commands and shortcuts need the scope commands']
      : []),
    ...commands
      .filter(({ command }) => !/^\/[a-z0-9_-]{1,31}$/.test(command))
      .map(({ command }) => `the command "${command}" is not a slash and up to 31 lower case letters`),
    ...(scopes.length > 0 && !manifest.features?.bot_user ? ['bot scopes need features.bot_user'] : []),
    ...(manifest.display_information.name.length > 35
      ? ['display_information.name has more than 35 characters']
      : []),
  ];
  if (faults.length > 0) throw new Error(`Slack would refuse this manifest: ${faults.join('; ')}.`);
}
