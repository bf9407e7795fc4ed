/** People who say what they want, and what comes of it, over the wire. */
import type { Message, SimulatorOptions } from 'local-slack';
import type { AppDeps } from '#src/app/app.ts';
import { listAlerts } from '#src/storage/alerts.ts';
import { openStore } from '#src/storage/database/database.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { startLodestone } from '../lodestone.ts';
import { newPlace } from '../storage/stores.ts';

/** Tuesday 24 November 2026, 12:00 in London; the clock goes by, and can be moved. */
export const START = Date.parse('2026-11-24T12:00:00Z');

interface Given {
  readonly start?: number;
  readonly env?: Record<string, string>;
  readonly people?: SimulatorOptions['people'];
  readonly channels?: SimulatorOptions['channels'];
  readonly deps?: Partial<AppDeps>;
  readonly manifest?: SimulatorOptions['manifest'];
}

export async function startTalk(given: Given = {}) {
  let offset = (given.start ?? START) - Date.now();
  const now = () => Date.now() + offset;
  const store = await openStore({ ...(await newPlace()), as: 'bot' });
  const lodestone = await startLodestone({
    now,
    people: given.people ?? [
      { name: 'Buyer', tz: 'Europe/Berlin' },
      { name: 'Anna', tz: 'Europe/London' },
      { name: 'Boss', tz: 'America/New_York', admin: true },
    ],
    channels: given.channels ?? [
      { name: 'general' },
      { name: 'procurement' },
      { name: 'planning' },
      { name: 'elsewhere', bot: false },
    ],
    env: given.env ?? {},
    ...(given.manifest !== undefined && { manifest: given.manifest }),
    deps: { store, now: () => new Date(now()), ...given.deps },
  });
  const { slack } = lodestone;
  const buyer = slack.user('Buyer');
  const team = slack.workspace.team.id;
  return {
    lodestone,
    slack,
    store,
    buyer,
    anna: slack.user('Anna'),
    boss: slack.user('Boss'),
    team,
    say: (text: string, who = buyer) => slack.answerTo(() => who.dm(text)),
    mention: (channel: string, text: string, who = buyer) => slack.answerTo(() => who.mention(channel, text)),
    press: (message: Message, which: string, who = buyer) => slack.answerTo(() => who.press(message, which)),
    choose: (message: Message, slot: string, value: string, who = buyer) =>
      slack.answerTo(() => who.select(message, `request:choose:${slot}`, value)),
    digests: () => listSubscriptions(store.db, team),
    alerts: () => listAlerts(store.db, team),
    channel: (name: string) =>
      [...slack.workspace.channels.values()].find((channel) => channel.name === name)?.id ?? '',
    move: (ms: number) => {
      offset += ms;
      lodestone.wake();
    },
  };
}

/** What a message shows, as one string. */
export const shown = (message: Message): string => JSON.stringify(message.blocks);
