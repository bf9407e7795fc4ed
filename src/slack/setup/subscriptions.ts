/** What the app asks of Slack, each with its reason: the manifest and the README are made of this. */

/** Bot scopes. Nothing is asked for that no listener needs. */
export const SCOPES = {
  commands: 'to answer the slash command',
  'app_mentions:read': 'to see the messages that mention it, and no others in a channel',
  'im:history': 'to read what people write to it in direct messages',
  'chat:write': 'to answer mentions and direct messages, and to post digests and alerts',
  'users:read': 'to take a person’s own time zone for their digests, and to know who is an admin',
  'channels:read': 'to say, before a digest or alert is set up, whether it can be posted in that channel',
  'groups:read': 'the same, for private channels',
} as const;

/** Scopes for Slackbot to ask the app: only with an address of one's own, `npm run manifest -- --at https://bot.example.com`. */
export const SLACKBOT_SCOPES = {
  'mcp:connect': 'to let Slackbot ask it, in the name of whoever talks to Slackbot',
} as const;

/** Scopes for what is not for everyone: `npm run manifest -- --with files:write,files:read` prints a manifest with them. */
export const OPTIONAL_SCOPES = {
  'files:write': 'CHARTS=upload: to upload pictures; and to send prices as a file',
  'files:read':
    'to read a table of prices that somebody drops in their direct message; CHARTS=upload: to see when a picture is ready',
  'channels:history':
    'to look whether a digest or alert that Slack gave no clear answer to has been posted; without it, IN_DOUBT decides',
  'groups:history': 'the same, in private channels',
  'im:write': 'the same, in the first direct message to a person; later ones are found without it',
} as const;

/** Those that the manifest offers: who installs the app may leave them out. */
export const OFFERED_SCOPES: readonly (keyof typeof OPTIONAL_SCOPES)[] = [
  'channels:history',
  'groups:history',
  'im:write',
  'files:read',
];

/** Events, and the scope that Slack wants for each. */
export const BOT_EVENTS = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  app_home_opened: undefined,
  app_uninstalled: undefined,
  team_access_revoked: undefined,
  tokens_revoked: undefined,
} as const satisfies Readonly<Record<string, keyof typeof SCOPES | undefined>>;
