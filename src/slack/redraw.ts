/** Forms and cards that follow what is chosen in them: drawn anew at each choice, and never over what came of them. */
import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { slackErrorName } from '#src/platform/connection/slack-refusals.ts';
import { createExpiringMap } from '#src/platform/expiring-map.ts';

/** Nobody leaves a form open for longer. */
const OPEN_MS = 3_600_000;
const OPEN_FORMS = 5000;

/** Says of one choice in a card whether it is still the last that was made there. */
type Begin = (card: string) => () => boolean;

/** For cards that are drawn anew at each choice: however long an earlier one takes, what the last one asked for stays. @param now Milliseconds, ever rising. */
export function createNewest(now: () => number): Begin {
  const newest = createExpiringMap<symbol>({ capacity: OPEN_FORMS, lifetimeMs: OPEN_MS, now });
  return (card) => {
    const mine = Symbol(card);
    newest.set(card, mine);
    return () => newest.get(card) === mine;
  };
}

/** The form was closed, or another version of it is shown than the one that was chosen in: it was sent meanwhile. */
const OVERTAKEN = new Set(['not_found', 'hash_conflict']);

const versioned = z.object({ view: z.object({ hash: z.string() }) });

/**
 * Draws a form anew after a choice.
 * @param seen The form that was chosen in, as Slack sent it.
 * @param draw The form as it is to be; `undefined` where it stays.
 * @throws Where Slack does not answer, or refuses the form.
 */
type Redraw = (
  client: WebClient,
  seen: Pick<ViewOutput, 'id' | 'hash'>,
  draw: () => Promise<ModalView | undefined>,
) => Promise<void>;

/** @param now Milliseconds, ever rising. */
export function createRedraw(now: () => number): Redraw {
  const forms = { capacity: OPEN_FORMS, lifetimeMs: OPEN_MS, now };
  /** By version of a form, the one that was drawn over it here. */
  const next = createExpiringMap<string>(forms);
  /** By form, what was asked for last, and when it is drawn. */
  const turns = createExpiringMap<{ readonly mine: symbol; readonly drawn: Promise<void> }>(forms);

  async function update(
    client: WebClient,
    { id, hash }: Parameters<Redraw>[1],
    view: ModalView,
  ): Promise<void> {
    let newest = hash;
    // Two choices in quick succession are both made in the version before the first was drawn.
    for (let after = next.get(hash); after !== undefined; after = next.get(after)) newest = after;
    try {
      const answer = await client.views.update({ view_id: id, hash: newest, view });
      const drawn = versioned.safeParse(answer).data?.view.hash;
      if (drawn !== undefined && drawn !== newest) next.set(newest, drawn);
    } catch (error) {
      if (!OVERTAKEN.has(slackErrorName(error) ?? '')) throw error;
    }
  }

  async function drawInTurn(
    [client, seen, draw]: Parameters<Redraw>,
    before: Promise<unknown> | undefined,
    isNewest: () => boolean,
  ): Promise<void> {
    await before?.catch(() => undefined);
    // A later choice has all that is chosen here.
    if (!isNewest()) return;
    const view = await draw();
    if (view !== undefined) await update(client, seen, view);
  }

  return async (...asked) => {
    const { id } = asked[1];
    const mine = Symbol(id);
    const drawn = drawInTurn(asked, turns.get(id)?.drawn, () => turns.get(id)?.mine === mine);
    turns.set(id, { mine, drawn });
    await drawn;
  };
}
