/** The local Slack that is delivered to, and the digests that fall due in it at one moment. */
import { startSimulator, type Simulator } from 'local-slack';
import type { Store } from '#src/storage/database/database.ts';

export const BOT_TOKEN = 'xoxb-local';
/** As the manifest asks for without more: the history of channels can't be read. */
export const DEFAULT_SCOPES = ['chat:write', 'im:history'];
export const READABLE_SCOPES = [...DEFAULT_SCOPES, 'channels:history', 'im:write'];

export interface Workspace {
  readonly slack: Simulator;
  readonly team: string;
  readonly owner: string;
  /** The ids of the channels that were made. */
  readonly channels: readonly string[];
}

/** @param many How many channels there are. */
export async function startWorkspace(
  scopes: readonly string[],
  many: number,
  now: () => number = Date.now,
): Promise<Workspace> {
  const slack = await startSimulator({
    manifest: {
      display_information: { name: 'Lodestone' },
      features: { bot_user: { display_name: 'Lodestone' } },
      oauth_config: { scopes: { bot: [...scopes] } },
    },
    signingSecret: 'signing-secret',
    botToken: BOT_TOKEN,
    appToken: 'xapp-local',
    now,
    channels: Array.from({ length: many }, (_, i) => ({ name: `c${i}` })),
  });
  const made = [...slack.workspace.channels.values()].filter(
    ({ kind, name }) => kind === 'channel' && /^c\d+$/.test(name),
  );
  const team = slack.workspace.team.id;
  return { slack, team, owner: slack.user('Buyer').id, channels: made.map(({ id }) => id) };
}

/** A schedule as it is kept, in UTC, with its first slot. */
export interface Planned {
  readonly schedule: string;
  /** Milliseconds since 1970. */
  readonly next_at: number;
  readonly next_slot: string;
}

/** Daily at a moment. @param dueAt The first of them, in milliseconds since 1970. */
function daily(dueAt: number): Planned {
  const slot = new Date(dueAt).toISOString().slice(0, 16);
  return { schedule: `daily ${slot.slice(11)}`, next_at: dueAt, next_slot: `${slot} UTC` };
}

/** A digest to each channel, `S0` to the first. @param dueAt Milliseconds since 1970. @param planned The schedule of each; unless given, daily at that moment */
export async function subscribe(
  store: Store,
  { team, owner }: Workspace,
  channels: readonly string[],
  dueAt: number,
  planned: (i: number) => Planned = () => daily(dueAt),
): Promise<void> {
  await store.db.transaction().execute(async (db) => {
    for (const [i, channel] of channels.entries()) {
      await db
        .insertInto('subscriptions')
        .values({
          id: `S${i}`,
          team,
          channel,
          owner,
          content: JSON.stringify({ items: ['price'], metals: ['neodymium'] }),
          ...planned(i),
          zone: 'UTC',
          state: 'active',
          reason: null,
          last_figures: null,
          last_sent_at: null,
          paused_until: null,
          created_at: dueAt - 2_000,
        })
        .execute();
    }
  });
}
