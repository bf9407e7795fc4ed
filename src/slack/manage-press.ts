/** The buttons of digests and of alerts, which are one: what is pressed is done where it may be, and the list shown anew. */
import type { App } from '@slack/bolt';
import type { Actor } from '#src/access/actor.ts';
import { isRefused, type Managed } from '#src/access/owned.ts';
import type { RunningWatch } from '#src/watching/start-watching.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import type { Message } from '#src/presentation/message.ts';
import { listedValue } from './button-values.ts';
import type { ListenerDeps } from './deps.ts';
import { actorIn } from './setup/know-actors.ts';
import { onPress, type Pressed } from './press.ts';
import type { Shown } from './shown-list.ts';

/** Digests, or alerts. */
interface Listing {
  /** The button that shows one. */
  readonly show: string;
  readonly list: (deps: ListenerDeps, actor: Actor, shown: Shown, note?: string) => Promise<Message>;
  /** Said where there is none, or none that the presser may know of. */
  readonly gone: string;
}

interface ActCall extends Pick<Pressed<unknown>, 'body' | 'client'> {
  readonly delivery: RunningWatch;
  readonly actor: Actor;
  readonly id: string;
}

/** What a button does. */
export interface Act {
  readonly on: string;
  /** Whether a press counts as a question. */
  readonly asks?: boolean;
  /** `shown` where it shows something else than the list. */
  readonly run: (call: ActCall) => Promise<Managed | 'shown'>;
  /** Said above the list. */
  readonly done: string;
  /** What is to be done once it has been said. */
  readonly after?: (call: ActCall) => Promise<unknown>;
}

const shownBy = (
  { id, channel }: { readonly id: string; readonly channel: string | undefined },
  user: string,
) => (channel === undefined ? { id } : { channel, owner: user });

export function registerManaging(app: App, deps: ListenerDeps, listing: Listing, acts: readonly Act[]): void {
  const show = { on: listing.show, value: listedValue, asks: true };
  onPress(app, deps, show, async ({ value, press, body, context }) => {
    const shown = shownBy(value, body.user.id);
    await press.beside.post(await listing.list(deps, await actorIn(context), shown));
  });

  for (const { on, asks = false, run, done, after } of acts) {
    onPress(app, deps, { on, value: listedValue, asks }, async ({ value, press, body, client, context }) => {
      const [delivery, actor] = [await deps.delivery, await actorIn(context)];
      const call = { delivery, actor, id: value.id, body, client };
      const outcome = await run(call);
      if (isRefused(outcome)) return void (await press.beside.post(lineMessage(outcome.why)));
      if (outcome !== 'shown') {
        const note = outcome === 'done' ? done : listing.gone;
        await press.instead(await listing.list(deps, actor, shownBy(value, body.user.id), note));
      }
      await after?.(call);
    });
  }
}
