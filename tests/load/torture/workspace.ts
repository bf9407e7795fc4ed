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

/** A digest to each channel, daily, `S0` to the first; all are due at one moment. @param dueAt Milliseconds since 1970. */
export async function subscribe(
  store: Store,
  { team, owner }: Workspace,
  channels: readonly string[],
  dueAt: number,
): Promise<void> {
  const slot = new Date(dueAt).toISOString().slice(0, 16);
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
          schedule: `daily ${slot.slice(11)}`,
          zone: 'UTC',
          state: 'active',
          reason: null,
          next_at: dueAt,
          next_slot: `${slot} UTC`,
          last_figures: null,
          last_sent_at: null,
          paused_until: null,
          created_at: dueAt - 2_000,
        })
        .execute();
    }
  });
}
