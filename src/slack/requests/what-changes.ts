/** What a digest or an alert would be once it is changed in words. */
import { changedList, changedRule, changedSchedule } from '#src/domain/watching/drafts/changed.ts';
import { draftAlert } from '#src/domain/watching/drafts/draft-alert.ts';
import { askedOfRule } from '#src/domain/watching/drafts/rule-of-asked.ts';
import { draftDigest, metalsInText } from '#src/domain/watching/drafts/draft-digest.ts';
import type { Choice } from '#src/domain/watching/drafts/draft.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import { joint, ruleInWords } from '#src/domain/watching/rule-words.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import { escapeMrkdwn, mrkdwnLine } from '#src/presentation/text/mrkdwn.ts';
import { contentInWords, digestInWords } from '#src/slack/digests/digest-words.ts';
import { placeInWords } from '#src/slack/posting-place.ts';
import { editAlert } from '#src/watching/alerts/manage-alerts.ts';
import { nameOfWatched, pricesNow } from '#src/watching/alerts/watch.ts';
import { nextPosts } from '#src/watching/digests/list-digests.ts';
import { editDigest } from '#src/watching/digests/make-digest.ts';
import { findPlace } from './find-place.ts';
import { noneSuch, type Candidate } from './targets.ts';
import { contextOfMetals, requestOf, type RequestCall } from './request-kind.ts';

/** Why nothing goes to a second place as well. */
export const ONE_PLACE = 'One goes to one place. Say which, and ask for another one for each other place.';

/** What one would be. */
interface Changed {
  /** As mrkdwn. */
  readonly lines: readonly string[];
  readonly choices: readonly Choice[];
  /** Does it; `undefined` while something is to be chosen, or can't be. */
  readonly run: (() => Promise<'done' | 'gone' | { readonly why: string }>) | undefined;
}

/** What a digest would be. */
export async function changedDigest(
  call: RequestCall,
  { digest, schedule = {}, ...one }: Candidate,
): Promise<Changed> {
  const { deps, actor } = call;
  const request = requestOf(call);
  if (digest === undefined) return { lines: [noneSuch('digest')], choices: [], run: undefined };
  const { content, zone } = digest.subscription;
  const { add, remove, skipUnchanged } = request;
  const whole: AskedRequest = {
    intent: 'digest.create',
    schedule: changedSchedule(schedule, request.schedule),
    metals: changedList(content.metals, request.metals, add?.metals, remove?.metals),
    items: changedList(content.items, request.items, add?.items, remove?.items),
    ask: request.ask.filter((slot) => slot === 'schedule.zone'),
    cannot: request.cannot,
  };
  const items = content.items;
  const without = [
    ...(remove?.metals ?? [])
      .filter((id) => !content.metals.includes(id))
      .map((id) => metalsInText([id], deps.quotes.materials)),
    ...(remove?.items ?? []).filter((item) => !items.includes(item)),
  ];
  const draft = draftDigest(whole, { ...contextOfMetals(call), zone, items });
  const place =
    request.place === undefined ? { id: one.channel, why: undefined } : await onePlace(call, request.place);
  const { made } = draft;
  const { id: channel } = place;
  const nothing = made !== undefined && (made.content.items.length === 0 || made.content.metals.length === 0);
  const choice =
    made && channel !== undefined && !nothing
      ? {
          channel,
          schedule: made.schedule,
          zone: made.zone,
          content: { ...content, ...made.content, skipUnchanged: skipUnchanged ?? content.skipUnchanged },
        }
      : undefined;
  const next = choice === undefined ? [] : nextPosts(choice.schedule, choice.zone, deps.now().getTime());
  return {
    lines: [
      ...(choice === undefined
        ? []
        : [
            `Then: *${digestInWords(choice)}*: ${contentInWords(choice.content, deps)}`,
            `Next: ${escapeMrkdwn(next.join(' · '))}.`,
          ]),
      ...(without.length === 0 ? [] : [`Not in it: ${escapeMrkdwn(without.join(', '))}.`]),
      ...(nothing ? ['Nothing would be left in it: delete it instead, if that is what you want.'] : []),
      ...draft.notes.map(escapeMrkdwn),
      ...(place.why === undefined ? [] : [place.why]),
      ...(request.cannot.includes('place') ? [ONE_PLACE] : []),
    ],
    choices: draft.choices,
    run: choice && (async () => await editDigest((await deps.delivery).manage, actor, one.id, choice)),
  };
}

/** What an alert would be. */
export async function changedAlert(call: RequestCall, { alert, ...one }: Candidate): Promise<Changed> {
  const { deps, actor } = call;
  const request = requestOf(call);
  if (alert === undefined) return { lines: [noneSuch('alert')], choices: [], run: undefined };
  const { manage } = await deps.delivery;
  const [material] = request.metals ?? [alert.rule.of.material];
  const before = askedOfRule(alert.rule);
  const whole: AskedRequest = {
    intent: 'alert.create',
    metals: material === undefined ? [] : [material],
    rule: changedRule(before, request.rule),
    ask: request.ask.filter((slot) => slot === 'rule.low'),
    cannot: request.cannot,
  };
  const prices = material === undefined ? [] : await pricesNow(manage, actor.team, material);
  const draft = draftAlert(whole, {
    ...contextOfMetals(call),
    metals: deps.catalog.metals,
    prices: new Map(material === undefined ? [] : [[material, prices]]),
  });
  const place =
    request.place === undefined ? { id: one.channel, why: undefined } : await onePlace(call, request.place);
  const [made] = draft.made ?? [];
  // What quotes it is held against stays, unless it is of another metal.
  const rule = made && material === alert.rule.of.material ? { ...made, of: alert.rule.of } : made;
  const { id: channel } = place;
  const name = rule === undefined ? '' : nameOfWatched(manage, rule.of.material);
  return {
    lines: [
      ...(rule === undefined || channel === undefined
        ? []
        : [
            `Then: *${mrkdwnLine([name, joint(rule), ...ruleInWords(rule)], { room: LIMITS.contextText })}*, ${placeInWords(channel)}`,
          ]),
      ...draft.notes.map(escapeMrkdwn),
      ...(place.why === undefined ? [] : [place.why]),
    ],
    choices: draft.choices,
    run:
      rule === undefined || channel === undefined
        ? undefined
        : async () => {
            const outcome = await editAlert(manage, actor, one.id, { rule, channel });
            await (await deps.delivery).checkAlerts();
            return outcome;
          },
  };
}

/** One that there is has one place: a second one is one more. */
const onePlace: (
  call: RequestCall,
  place: string | readonly string[],
) => ReturnType<typeof findPlace> = async (call, place) =>
  typeof place === 'string' ? await findPlace(call, place) : { why: ONE_PLACE };
