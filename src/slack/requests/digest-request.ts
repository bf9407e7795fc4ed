/** A digest that is asked for in words. */
import { isRefused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import {
  digestInPlainWords,
  draftDigest,
  type DraftContext,
} from '#src/domain/watching/drafts/draft-digest.ts';
import { listInWords } from '#src/domain/topics/topic.ts';
import { isOpen } from '#src/domain/watching/drafts/draft.ts';
import { DEFAULT_LOCALE } from '#src/domain/answer.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { newItems } from '#src/slack/digests/form-choice.ts';
import { digestInWords } from '#src/slack/digests/digest-words.ts';
import { openFilledForm } from '#src/slack/digests/open-form.ts';
import { placeInWords, whyAtMostOnce } from '#src/slack/posting-place.ts';
import { keyOfForm, keyOfTurn } from '#src/slack/sent-form.ts';
import { findListed, nextPosts } from '#src/watching/digests/list-digests.ts';
import { createDigest } from '#src/watching/digests/make-digest.ts';
import { findPlaces, keysOf } from './find-place.ts';
import { requestOf, type RequestCall, type RequestKind } from './request-kind.ts';

const contextOf = ({ deps, actor, card }: RequestCall): DraftContext => ({
  materials: deps.quotes.materials,
  unknown: card.unknown,
  zone: actor.zone,
  items: newItems(deps),
});

const draftOf = (call: RequestCall) => draftDigest(requestOf(call), contextOf(call));

export const newDigest: RequestKind = {
  bar: (actor, house) => whyNot(actor, 'create', 'to-self', house),

  propose: async (call) => {
    const draft = draftOf(call);
    const { made, notes, choices } = draft;
    const { places, why } = await findPlaces(call, draft.request.place);
    const where = places.length === 0 ? '' : `, ${listInWords(places.map(({ words }) => words))}`;
    const next = made && nextPosts(made.schedule, made.zone, call.deps.now().getTime());
    return {
      lines: [
        `*${escapeMrkdwn(digestInPlainWords(draft, contextOf(call)))}*${where}.`,
        ...(next === undefined ? [] : [`Next: ${escapeMrkdwn(next.join(' · '))}.`]),
        ...(places.length > 1 ? [`That is ${places.length} digests, one in each place.`] : []),
        ...notes.map(escapeMrkdwn),
        ...why,
        'Nothing is set up yet.',
      ],
      choices,
      act: places.length === 0 ? undefined : { label: 'Create' },
      edit: true,
    };
  },

  act: async (call) => {
    const { deps, actor, card, client } = call;
    const { made, choices, request } = draftOf(call);
    if (made === undefined) return { open: choices.find(isOpen)?.label ?? 'Choose first.' };
    const { places, why } = await findPlaces(call, request.place);
    if (places.length === 0) return { done: [`*Nothing was set up.* ${why.join(' ')}`] };
    const { manage } = await deps.delivery;
    const done: string[] = [];
    for (const { id: channel, turn } of places) {
      const id = keyOfForm(actor, keyOfTurn(card.key, turn));
      const before = await findListed(manage, actor, id);
      if (before?.isBroken === false) {
        done.push(`That is set up already: it comes ${digestInWords(before.subscription)}.`);
        continue;
      }
      const choice = {
        channel,
        schedule: made.schedule,
        zone: made.zone,
        content: { ...made.content, locale: DEFAULT_LOCALE },
      };
      const outcome = await createDigest(manage, actor, choice, id);
      if (isRefused(outcome)) {
        done.push(`*Nothing was set up ${placeInWords(channel)}.* ${outcome.why}`);
        continue;
      }
      const once = await whyAtMostOnce(client, channel);
      done.push(`*Set up: it comes ${digestInWords(choice)}.*`, ...(once === undefined ? [] : [once]));
    }
    const next = nextPosts(made.schedule, made.zone, deps.now().getTime());
    return {
      done: [
        ...done,
        ...why,
        `Next: ${escapeMrkdwn(next.join(' · '))}.`,
        'To change it, say so, or type `/nd digest list`.',
      ],
    };
  },

  isDone: async ({ deps, actor, card }) => {
    const { manage } = await deps.delivery;
    const keys = keysOf(card).map((key) => keyOfForm(actor, key));
    const made = await Promise.all(keys.map(async (id) => await findListed(manage, actor, id)));
    return made.some((one) => one !== undefined);
  },

  openForm: async (call, triggerId) => {
    const { deps, client, actor, card } = call;
    const { made, request } = draftOf(call);
    const [place, ...others] = (await findPlaces(call, request.place)).places;
    const known = (request.metals ?? []).filter((id) => deps.quotes.materials.some((one) => one.id === id));
    const filled = {
      channel: place?.id,
      others,
      metals: made?.content.metals ?? known,
      items: request.items ?? newItems(deps),
      zone: made?.zone ?? actor.zone,
      schedule: made?.schedule,
      skipUnchanged: request.skipUnchanged === true,
    };
    await openFilledForm(deps, { client, triggerId, actor }, filled, keyOfTurn(card.key, place?.turn ?? 0));
  },
};
