/** Where something that was asked for in words is to go. */
import type { WebClient } from '@slack/web-api';
import { OTHERS, whyNotPostedTo } from '#src/access/owned.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { NOT_BOTH, placeFor, placeInWords, whyNotThere } from '#src/slack/posting-place.ts';
import { keyOfTurn } from '#src/slack/sent-form.ts';
import type { CardValue } from './card-value.ts';
import type { RequestCall } from './request-kind.ts';

const ID = /^[cg][a-z0-9]{6,}$/;

/** A place that may be posted to, or why there is none, as mrkdwn. */
type FoundPlace =
  | { readonly id: string; readonly words: string; readonly why?: undefined }
  | { readonly id?: undefined; readonly why: string };

/** @param place As a request says it: "me", "here", "#name", "@name"; where it was said, if it does not say. */
export async function findPlace(
  { client, actor, card, deps }: RequestCall,
  place: string | undefined,
): Promise<FoundPlace> {
  const { user } = actor;
  if (place?.startsWith('@') === true && place !== `@${user.toLowerCase()}`) return { why: OTHERS };
  const id =
    place === 'me' || place?.startsWith('@') === true
      ? user
      : place?.startsWith('#') === true
        ? await findChannel(client, place.slice(1))
        : placeFor(card.in, user);
  // Whoever is not in a private channel is told the same of one that there is and of one that there is not.
  if (id === undefined) return { why: whyNotPostedTo(actor, '', deps.house)?.why ?? NOT_BOTH };
  const why = await whyNotThere({ client, actor, place: id }, deps);
  return why === undefined ? { id, words: id === user ? 'to you' : placeInWords(id) } : { why };
}

/** Places that may be posted to, each with its turn among those that were named, and why others may not. */
interface FoundPlaces {
  readonly places: readonly { readonly id: string; readonly words: string; readonly turn: number }[];
  readonly why: readonly string[];
}

/** @param place As a request says it: one, several, or none. */
export async function findPlaces(
  call: RequestCall,
  place: string | readonly string[] | undefined,
): Promise<FoundPlaces> {
  const named = typeof place === 'object' ? place : [place];
  const found = await Promise.all(named.map(async (one) => await findPlace(call, one)));
  const all = found.flatMap((one, turn) =>
    one.id === undefined ? [] : [{ id: one.id, words: one.words, turn }],
  );
  return {
    // "Here" and its name are one place.
    places: all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at),
    why: found.flatMap(({ why }, turn) => {
      if (why === undefined) return [];
      return [named.length > 1 ? `*Not ${asNamed(named[turn])}:* ${why}` : why];
    }),
  };
}

/** A place as it was named; one that was chosen from Slack's list stands there by its id. */
function asNamed(place = 'here'): string {
  const id = place.slice(1);
  return place.startsWith('#') && ID.test(id) ? `<#${id.toUpperCase()}>` : escapeMrkdwn(place);
}

/** The names of all that a card may make, one in each place. */
export const keysOf = ({ key, request: { place } }: CardValue): readonly string[] =>
  [place].flat().map((_, turn) => keyOfTurn(key, turn));

/** The id of a channel that the app is in: of one that was chosen from Slack's list it stands in the words themselves. */
export async function findChannel(client: WebClient, name: string): Promise<string | undefined> {
  let cursor = '';
  do {
    const page = await client.users.conversations({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: 1000,
      ...(cursor !== '' && { cursor }),
    });
    const found = page.channels?.find(
      (channel) => channel.name === name || channel.id?.toLowerCase() === name,
    );
    if (found?.id !== undefined) return found.id;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  // One that the app is not in: whether it may be is asked of Slack, which says what to do.
  return ID.test(name) ? name.toUpperCase() : undefined;
}
