/** A Slack app manifest in JSON form: the part of it that the playground reads. */

type SlashCommand = {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape?: boolean;
};

type Shortcut = {
  readonly name: string;
  readonly type: 'global' | 'message';
  readonly callback_id: string;
  readonly description: string;
};

export type Manifest = {
  readonly display_information: { readonly name: string };
  readonly features?: {
    readonly bot_user?: { readonly display_name: string; readonly always_online?: boolean };
    readonly app_home?: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
      readonly messages_tab_read_only_enabled?: boolean;
    };
    readonly slash_commands?: readonly SlashCommand[];
    readonly shortcuts?: readonly Shortcut[];
  };
  readonly oauth_config?: {
    readonly scopes?: { readonly bot?: readonly string[]; readonly bot_optional?: readonly string[] };
  };
  readonly settings?: {
    readonly event_subscriptions?: { readonly bot_events?: readonly string[] };
    readonly interactivity?: { readonly is_enabled: boolean };
    readonly socket_mode_enabled?: boolean;
  };
};
