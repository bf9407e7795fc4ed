/** A digest that is asked for in words. */
import { isRefused } from '#src/access/owned.ts';
import {
  digestInPlainWords,
  draftDigest,
  type DraftContext,
} from '#src/domain/watching/drafts/draft-digest.ts';
import { isOpen } from '#src/domain/watching/drafts/draft.ts';
import { DEFAULT_LOCALE } from '#src/domain/answer.ts';
import { escapeMrkdwn } from '#src/presentation/mrkdwn.ts';
import { newItems } from '#src/slack/digests/form-choice.ts';
import { digestInWords } from '#src/slack/digests/digest-words.ts';
import { openFilledForm } from '#src/slack/digests/open-form.ts';
import { whyAtMostOnce } from '#src/slack/posting-place.ts';
import { keyOfForm } from '#src/slack/sent-form.ts';
import { findListed, nextPosts } from '#src/watching/digests/list-digests.ts';
import { createDigest } from '#src/watching/digests/manage-digests.ts';
import { findPlace } from './find-place.ts';
import { requestOf, type RequestCall, type RequestKind } from './request-kind.ts';

const contextOf = ({ deps, actor }: RequestCall): DraftContext => ({
  materials: deps.quotes.materials,
  zone: actor.zone,
  items: newItems(deps),
});

const draftOf = (call: RequestCall) => draftDigest(requestOf(call), contextOf(call));

export const newDigest: RequestKind = {
  propose: async (call) => {
    const draft = draftOf(call);
    const { made, notes, choices } = draft;
    const place = await findPlace(call, draft.request.place);
    const where = place.id === undefined ? '' : `, ${place.words}`;
    const next = made && nextPosts(made.schedule, made.zone, call.deps.now().getTime());
    return {
      lines: [
        `*${escapeMrkdwn(digestInPlainWords(draft, contextOf(call)))}*${where}.`,
        ...(next === undefined ? [] : [`Next: ${escapeMrkdwn(next.join(' · '))}.`]),
        ...notes.map(escapeMrkdwn),
        ...(place.why === undefined ? [] : [place.why]),
        'Nothing is set up yet.',
      ],
      choices,
      act: place.id === undefined ? undefined : { label: 'Create' },
      edit: true,
    };
  },

  act: async (call) => {
    const { deps, actor, card, client } = call;
    const { made, choices, request } = draftOf(call);
    if (made === undefined) return { open: choices.find(isOpen)?.label ?? 'Choose first.' };
    const place = await findPlace(call, request.place);
    if (place.id === undefined) return { done: [`*Nothing was set up.* ${place.why}`] };
    const { manage } = await deps.delivery;
    const id = keyOfForm(actor, card.key);
    const before = await findListed(manage, actor, id);
    if (before?.isBroken === false)
      return { done: [`That is set up already: it comes ${digestInWords(before.subscription)}.`] };
    const choice = {
      channel: place.id,
      schedule: made.schedule,
      zone: made.zone,
      content: { ...made.content, locale: DEFAULT_LOCALE },
    };
    const outcome = await createDigest(manage, actor, choice, id);
    if (isRefused(outcome)) return { done: [`*Nothing was set up.* ${outcome.why}`] };
    const next = nextPosts(made.schedule, made.zone, deps.now().getTime());
    const once = await whyAtMostOnce(client, place.id);
    return {
      done: [
        `*Set up: it comes ${digestInWords(choice)}.*`,
        `Next: ${escapeMrkdwn(next.join(' · '))}.`,
        ...(once === undefined ? [] : [once]),
        'To change it, say so, or type `/nd digest list`.',
      ],
    };
  },

  isDone: async ({ deps, actor, card }) => {
    const { manage } = await deps.delivery;
    return (await findListed(manage, actor, keyOfForm(actor, card.key))) !== undefined;
  },

  openForm: async (call, triggerId) => {
    const { deps, client, actor, card } = call;
    const { made, request } = draftOf(call);
    const place = await findPlace(call, request.place);
    const known = (request.metals ?? []).filter((id) => deps.quotes.materials.some((one) => one.id === id));
    const filled = {
      channel: place.id,
      metals: made?.content.metals ?? known,
      items: request.items ?? newItems(deps),
      zone: made?.zone ?? actor.zone,
      schedule: made?.schedule,
      skipUnchanged: request.skipUnchanged === true,
    };
    await openFilledForm(deps, { client, triggerId, actor }, filled, card.key);
  },
};
