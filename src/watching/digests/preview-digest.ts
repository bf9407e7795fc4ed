/** What a digest would say, before it is set up. */
import type { KnownBlock } from '@slack/types';
import type { Actor } from '#src/access/actor.ts';
import type { House } from '#src/access/may.ts';
import { maySee } from '#src/access/owned.ts';
import { renderMessage } from '#src/presentation/message.ts';
import { findSubscription } from '#src/storage/subscriptions.ts';
import { digestOf, type ComposeDeps } from './digests.ts';
import type { DigestChoice } from './make-digest.ts';

export interface Preview {
  /** For a modal: without tables, pictures and buttons. */
  readonly blocks: readonly KnownBlock[];
  /** Nothing would be posted, since nothing has changed. */
  readonly skipped: boolean;
}

/**
 * The digest as it would be now, as far as it is for whoever sees the preview: a form may name any place.
 * @param id Of the digest that is being changed: then "since your last digest" counts from its last one.
 */
export async function previewDigest(
  deps: ComposeDeps & { readonly house: House },
  actor: Actor,
  { channel, content, zone }: DigestChoice,
  id?: string,
): Promise<Preview> {
  const { team } = actor;
  const found = id === undefined ? undefined : await findSubscription(deps.store.db, team, id);
  // What a digest said last is for whoever may know of it.
  const stored = found !== undefined && maySee(actor, found, deps.house) ? found : undefined;
  const subscription = {
    team,
    channel,
    zone,
    content,
    lastFigures: stored?.lastFigures,
    lastSentAt: stored?.lastSentAt ?? null,
  };
  const { answer, unchanged } = await digestOf(deps, subscription, (alert) =>
    maySee(actor, alert, deps.house),
  );
  const { blocks } = renderMessage(answer, { surface: 'modal', without: 'plain', locale: content.locale });
  return {
    blocks: blocks.filter((block) => block.type !== 'actions'),
    skipped: unchanged && content.skipUnchanged,
  };
}
