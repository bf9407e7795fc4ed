/** What the simulated workspace holds. Field names in snake_case are Slack's own, so that a test reads what Slack would send. */

/** Any JSON object on the wire. */
export type Json = Readonly<Record<string, unknown>>;

export type Person = {
  readonly id: string;
  /** The handle: what follows an @. */
  readonly name: string;
  readonly real_name: string;
  /** An IANA zone. */
  readonly tz: string;
  readonly is_admin: boolean;
  /** A guest. */
  readonly is_restricted: boolean;
  readonly is_bot: boolean;
  /** The workspace that the person is of: another one's is a stranger, known from a shared channel. */
  readonly team_id: string;
  /** The workspaces of the organisation that the person is in. */
  readonly workspaces: readonly string[];
};

export type ChannelKind = 'channel' | 'group' | 'im';

export type Channel = {
  readonly id: string;
  /** Without the #; empty for a direct message. */
  readonly name: string;
  readonly kind: ChannelKind;
  /** With another company. */
  readonly shared?: boolean;
  readonly members: readonly string[];
};

export type Message = {
  readonly type: 'message';
  readonly subtype?: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user: string;
  readonly bot_id?: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly metadata?: Json;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly files: readonly string[];
  readonly client_msg_id?: string;
  /** The one person who sees it, when it is ephemeral. */
  readonly visible_to?: string;
};

export type View = Json & {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly callback_id: string;
  readonly external_id: string;
  readonly private_metadata: string;
  readonly blocks: readonly Json[];
  readonly hash: string;
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
};

export type FileEntry = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly length: number;
  readonly mimetype: string;
  readonly alt_text: string;
  readonly bytes: Buffer | undefined;
  readonly completed: boolean;
  readonly channels: readonly string[];
  /** Who dropped it; without one the app uploaded it. */
  readonly user?: string;
};
