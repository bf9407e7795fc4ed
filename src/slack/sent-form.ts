/**
 * A form that was sent: acknowledged within the three seconds that Slack waits, done after that, and what came of it shown in
 * its place. Whatever fails, whoever sent it is told, and may send it again.
 */
import type { AckFn, ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#src/access/actor.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import type { Message } from '#src/presentation/message.ts';
import { answerModal } from '#src/presentation/modal.ts';
import { plainText } from '#src/presentation/plain-object.ts';
import type { ListenerDeps } from './deps.ts';
import { placeId } from './filled-in.ts';

const OLDER_FORM =
  'This form is from an older version of Lodestone, and can’t be read any more. Nothing was stored: close it, and open a new one.';

type Ack = AckFn<ViewResponseAction>;

/** What came of a form: in its place and, where it was closed meanwhile, as a message. */
export interface Shown {
  readonly view: ModalView;
  readonly message: Message;
}

/** Lines in the place of a form. */
export function shownLines(title: string, ...lines: readonly string[]): Shown {
  const message = lineMessage(...lines);
  return { view: { ...answerModal(message), title: plainText(title) }, message };
}

/** A name of a form that somebody sends, the same however often they do, and nobody else's. */
export const keyOfForm = ({ team, user }: Pick<Actor, 'team' | 'user'>, view: string): string =>
  createHash('sha256').update(`${team} ${user} ${view}`).digest('base64url').slice(0, 16);

/** In the place of a form that can't be read. */
export const olderForm = (): ModalView => answerModal(lineMessage(OLDER_FORM));

/** Acknowledges a form that can't be read. */
export async function refuseOlder(ack: Ack): Promise<void> {
  await ack({ response_action: 'update', view: olderForm() });
}

/** Acknowledges a form in which something is wrong: said at its fields. @param errors By field, not empty. */
export async function refuseFields(
  ack: Ack,
  { blocks }: ViewOutput,
  errors: Readonly<Record<string, string>>,
): Promise<void> {
  // Slack takes none for a field that is not there.
  const there = Object.entries(errors).filter(([field]) => blocks.some((block) => block.block_id === field));
  if (there.length === 0) return await refuseOlder(ack);
  await ack({ response_action: 'errors', errors: Object.fromEntries(there) });
}

/** Acknowledges a form, and says in its place that it is under way. */
export async function beginForm(ack: Ack, title: string, doing: string): Promise<void> {
  await ack({ response_action: 'update', view: shownLines(title, doing).view });
}

export interface Sent {
  readonly client: WebClient;
  readonly view: ViewOutput;
  /** Who sent it. */
  readonly user: string;
}

/**
 * Does what a form asks for, and shows what came of it.
 * @param again The form once more, for what failed; it throws where not even that can be had.
 * @throws what `run` throws, once it has been shown: it is for the log
 */
export async function finishForm(
  sent: Sent,
  { log }: Pick<ListenerDeps, 'log'>,
  run: () => Promise<Shown>,
  again: (fault: string) => Promise<ModalView>,
): Promise<void> {
  let failure: unknown;
  const shown = await run().catch(async (error: unknown): Promise<Shown> => {
    failure = error;
    const plain = shownLines('Lodestone', FAILED);
    return { ...plain, view: await again(FAILED).catch(() => plain.view) };
  });
  await show(sent, shown, log);
  if (failure !== undefined) throw failure;
}

const FAILED =
  'It failed on my side, and I can’t tell how far it came. Send it again in a minute: however often it is sent, it is made once.';

/** In the form's place; as a direct message where it was closed, or Slack does not take it. */
async function show({ client, view, user }: Sent, shown: Shown, log: ListenerDeps['log']): Promise<void> {
  try {
    await client.views.update({ view_id: view.id, view: shown.view });
  } catch (error) {
    log.warn({ error }, 'what came of a form can’t be shown in its place: it is told in a direct message');
    await client.chat.postMessage({
      channel: user,
      text: shown.message.text,
      blocks: [...shown.message.blocks],
    });
  }
}

/** Another place of a card of several, beside the one that a form shows. */
export const otherPlaces = z
  .array(z.object({ id: placeId, turn: z.int().min(1).max(10) }))
  .max(10)
  .optional();
export type OtherPlaces = z.output<typeof otherPlaces>;

/** Names what is made in a place: the first keeps the card's own key, as its form does. */
export const keyOfTurn = (key: string, turn: number): string => (turn === 0 ? key : `${key} ${turn}`);
