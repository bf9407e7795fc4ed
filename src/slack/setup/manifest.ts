/** The Slack app's manifest, made from what the code listens to. */
import { SLASH_COMMAND, type Command } from '#src/slack/commands/command.ts';
import { BOT_EVENTS, OFFERED_SCOPES, SCOPES, SLACKBOT_SCOPES } from './subscriptions.ts';

/** Stands where one's own address goes; Socket Mode needs none. */
const EXAMPLE = 'https://lodestone.example.com';

/**
 * What one pastes into api.slack.com/apps to create the app.
 * @param extraScopes Of `OPTIONAL_SCOPES`.
 * @param address Where Slack reaches the app, as PUBLIC_URL; with it, Slackbot may ask it as an MCP server.
 */
export function buildManifest(
  commands: readonly Command[],
  extraScopes: readonly string[] = [],
  address?: string,
) {
  const url = `${address ?? EXAMPLE}/slack/events`;
  const asked = address === undefined ? [] : Object.keys(SLACKBOT_SCOPES);
  const names = commands.map(({ name }) => name).join(' | ');
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Lodestone',
      description: 'Market questions about neodymium and other metals, answered with sourced figures.',
      background_color: '#1f3a4d',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'Lodestone', always_online: true },
      slash_commands: [
        {
          command: SLASH_COMMAND,
          url,
          description: 'Ask about metal prices, production, sectors and supply',
          usage_hint: `[${names} | any question] [share]`,
          should_escape: false,
        },
      ],
    },
    oauth_config: {
      scopes: { bot: [...Object.keys(SCOPES), ...asked, ...extraScopes], ...offered(extraScopes) },
    },
    settings: {
      event_subscriptions: { request_url: url, bot_events: Object.keys(BOT_EVENTS) },
      // The second address is asked for what a select of many offers.
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
    ...(address === undefined ? {} : { mcp_servers: slackbotServers(address) }),
  };
}

/** What Slackbot asks, and how it says who asks: docs/assistants.md. */
const slackbotServers = (address: string) => ({
  lodestone: { url: `${address}/mcp`, auth_type: 'slack_identity_auth' },
});

/** Scopes that whoever installs the app may leave out; none of those that it is to have in any case. */
function offered(extraScopes: readonly string[]): { readonly bot_optional?: readonly string[] } {
  const left = OFFERED_SCOPES.filter((scope) => !extraScopes.includes(scope));
  return left.length === 0 ? {} : { bot_optional: left };
}
