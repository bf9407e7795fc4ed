/** What is done in words with digests and alerts that there are: pausing, waking, sending, deleting, listing. */
import { barTo, isRefused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { alertList } from '#src/slack/alerts/alert-list.ts';
import { digestList } from '#src/slack/digests/digest-list.ts';
import { placeFor } from '#src/slack/posting-place.ts';
import { findChannel } from './find-place.ts';
import { MOST_IDS } from './card-value.ts';
import { requestOf, type RequestKind } from './request-kind.ts';
import { type Candidate, type Kept, whichOne, meantBy, noneSuch } from './targets.ts';
import { type Verb, FOR, VERBS } from './verbs.ts';

/** As many lines as a card shows of what it is of. */
const MOST_SHOWN = 15;

const bullets = (found: readonly Candidate[]): readonly string[] => [
  ...found.slice(0, MOST_SHOWN).map(({ words }) => `• ${words}`),
  ...(found.length > MOST_SHOWN ? [`… and ${found.length - MOST_SHOWN} more`] : []),
];

const isOne = (found: readonly Candidate[], { target }: AskedRequest): boolean =>
  found.length === 1 || target?.all === true || isOneOfEach(found, target?.metals ?? []);

/** "The tin and zinc alerts": one of each metal is what was said. */
const isOneOfEach = (found: readonly Candidate[], metals: readonly string[]): boolean =>
  metals.length === found.length && metals.every((id) => found.some((one) => one.metals.includes(id)));

const maySeeOwn: RequestKind['bar'] = (actor, house) => whyNot(actor, 'see', 'own', house);

function kindOfVerb(verb: Verb): RequestKind {
  const { of, label, warning } = verb;
  /** "Send this digest now?" */
  const asked = (what: string): string => (verb.asked === undefined ? `${label} ${what}?` : verb.asked(what));
  return {
    bar: maySeeOwn,
    alone: true,

    propose: async (call) => {
      const request = requestOf(call);
      const found = await meantBy(call, of);
      if (found.length === 0) return { lines: [noneSuch(of)], choices: [], act: undefined, edit: false };
      if (found.length > MOST_IDS)
        return {
          lines: [`That is ${found.length} of them, more than one card holds. Do it in \`/nd ${of} list\`.`],
          choices: [],
          act: undefined,
          edit: false,
        };
      const bars = found.map((one) => barTo(call.actor, verb.access, one, call.deps.house));
      const refused = bars.find(isRefused);
      if (bars.every((bar) => bar !== undefined) && refused !== undefined)
        return { lines: [...bullets(found), refused.why], choices: [], act: undefined, edit: false };
      const decided = isOne(found, request) || call.card.ids !== undefined;
      const what = found.length === 1 ? `this ${of}` : `these ${found.length} ${of}s`;
      const note = verb.note?.(call);
      const more = verb.choices?.(call) ?? [];
      return {
        lines: [
          decided ? `*${asked(what)}*` : `*${label}: which ${of}?*`,
          ...bullets(found),
          ...(note === undefined || !decided ? [] : [escapeMrkdwn(note)]),
          'Nothing is changed yet.',
        ],
        choices: decided ? more : [whichOne(found, undefined), ...more],
        act: {
          label: decided && found.length > 1 ? `${label} all ${found.length}` : label,
          ...(warning === undefined ? {} : { confirm: { title: asked(what), text: warning } }),
        },
        edit: false,
        ...(decided ? { ids: found.map(({ id }) => id) } : {}),
      };
    },

    act: async (call) => {
      const found = await meantBy(call, of);
      if (found.length === 0) return { done: [noneSuch(of)] };
      if (call.card.ids === undefined) return { open: 'which one.' };
      if ((verb.choices?.(call) ?? []).length > 0) return { open: FOR.label };
      const lines: string[] = [];
      for (const one of found) {
        const outcome = await verb.run(call, one.id);
        lines.push(
          isRefused(outcome)
            ? `${one.words} ${outcome.why}`
            : outcome === 'gone'
              ? `Gone already: ${one.words}`
              : `*${verb.done}:* ${one.words}`,
        );
      }
      await verb.after?.(call);
      return { done: lines };
    },
  };
}

/** The list itself, with its buttons: of the place that is named, or of where it was asked. */
function listKind(of: Kept): RequestKind {
  return {
    bar: maySeeOwn,
    alone: true,
    message: async (call) => {
      const { deps, actor, card, client } = call;
      const { place } = requestOf(call).target ?? {};
      const channel =
        place?.startsWith('#') === true
          ? await findChannel(client, place.slice(1))
          : placeFor(card.in, actor.user);
      const shown = { channel: channel ?? actor.user, owner: actor.user };
      return await (of === 'digest' ? digestList : alertList)(deps, actor, shown);
    },
    propose: () => Promise.resolve({ lines: [], choices: [], act: undefined, edit: false }),
    act: () => Promise.resolve({ done: [`\`/nd ${of} list\` shows them.`] }),
  };
}

export const MANAGING = {
  'digest.pause': kindOfVerb(VERBS['digest.pause']),
  'digest.resume': kindOfVerb(VERBS['digest.resume']),
  'digest.delete': kindOfVerb(VERBS['digest.delete']),
  'digest.send': kindOfVerb(VERBS['digest.send']),
  'digest.list': listKind('digest'),
  'alert.snooze': kindOfVerb(VERBS['alert.snooze']),
  'alert.resume': kindOfVerb(VERBS['alert.resume']),
  'alert.delete': kindOfVerb(VERBS['alert.delete']),
  'alert.list': listKind('alert'),
} as const;
