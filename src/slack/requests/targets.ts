/** Which existing digests and alerts a request means, among those that whoever asks may know of. */
import { askedOfSchedule } from '#src/domain/watching/schedules/schedule-of-asked.ts';
import type { AskedSchedule, Target } from '#src/domain/watching/requests/request.ts';
import { alertInWords } from '#src/slack/alerts/alert-list.ts';
import { contentInWords, digestInWords } from '#src/slack/digests/digest-words.ts';
import { placeFor } from '#src/slack/posting-place.ts';
import { listedAlerts, type ListedAlert } from '#src/watching/alerts/list-alerts.ts';
import { listDigests, type ListedDigest } from '#src/watching/digests/list-digests.ts';
import { findChannel } from './find-place.ts';
import { type RequestCall, requestOf } from './request-kind.ts';
import type { Choice } from '#src/domain/watching/drafts/draft.ts';

/** One that may be meant. */
export interface Candidate {
  readonly id: string;
  readonly owner: string;
  /** Where it is posted: a channel's id, or a person's. */
  readonly channel: string;
  readonly createdAt: number;
  readonly metals: readonly string[];
  /** Of a digest. */
  readonly schedule?: AskedSchedule;
  readonly digest?: ListedDigest;
  /** Of an alert. */
  readonly alert?: ListedAlert;
  /** As mrkdwn. */
  readonly words: string;
}

export type Kept = 'digest' | 'alert';

/** All that whoever asks may know of, oldest first; what can't be read is in the lists alone. */
export async function candidatesOf(
  { deps, actor }: Pick<RequestCall, 'deps' | 'actor'>,
  kind: Kept,
): Promise<readonly Candidate[]> {
  const { manage } = await deps.delivery;
  if (kind === 'alert')
    return (await listedAlerts(manage, actor)).flatMap((one) => {
      if (one.isBroken) return [];
      const { id, owner, channel, createdAt } = one.alert;
      return [
        {
          id,
          owner,
          channel,
          createdAt,
          metals: [one.rule.of.material],
          alert: one,
          words: alertInWords(one),
        },
      ];
    });
  return (await listDigests(manage, actor)).flatMap((one) => {
    if (one.isBroken !== false) return [];
    const { id, owner, channel, zone, createdAt, schedule, content } = one.subscription;
    const when = digestInWords({ schedule, zone, channel });
    const words = `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${contentInWords(content, deps)}`;
    return [
      {
        id,
        owner,
        channel,
        createdAt,
        metals: content.metals,
        schedule: askedOfSchedule(schedule, zone),
        digest: one,
        words,
      },
    ];
  });
}

/** Those that are meant. @param target Nothing where it is not said: all that they have are asked about. */
async function findTargets(
  call: RequestCall,
  kind: Kept,
  target: Target = {},
): Promise<readonly Candidate[]> {
  const all = await candidatesOf(call, kind);
  const { actor, card, client } = call;
  if (target.number !== undefined) {
    const here = placeFor(card.in, actor.user);
    const listed = all.filter(({ owner, channel }) => owner === actor.user || channel === here);
    return listed.slice(target.number - 1, target.number);
  }
  const place = target.place === undefined ? undefined : await placeOf(call, target.place);
  const owners = target.owner === undefined ? undefined : await ownersNamed(call, target.owner, all);
  const placed = all.filter(
    (one) =>
      (target.place === undefined || one.channel === place) &&
      (owners === undefined || owners.includes(one.owner)) &&
      fitsSchedule(target, one) &&
      fitsRule(target, one),
  );
  const fits = ofMetals(placed, target.metals ?? []);
  const every =
    target.every === 'day' && fits.some(({ schedule }) => schedule?.every === 'day')
      ? fits.filter(({ schedule }) => schedule?.every === 'day')
      : fits;
  // "My digests", and those of whom nothing is said: another person's are meant where they are named.
  const own = every.filter(({ owner }) => owner === actor.user);
  const meant = owners === undefined && (own.length > 0 || target.all === true) ? own : every;
  if (target.this !== true) return meant;
  const newest = meant.toSorted((a, b) => b.createdAt - a.createdAt)[0];
  return newest === undefined ? [] : [newest];

  async function placeOf({ actor: { user } }: RequestCall, named: string): Promise<string | undefined> {
    if (named === 'me') return user;
    return named.startsWith('#') ? await findChannel(client, named.slice(1)) : placeFor(card.in, user);
  }
}

/** Those that have all of the metals; "the tin and zinc alerts" are one of each, where none has both. */
function ofMetals(all: readonly Candidate[], metals: readonly string[]): readonly Candidate[] {
  const whole = all.filter((one) => metals.every((id) => one.metals.includes(id)));
  return whole.length > 0 ? whole : all.filter((one) => metals.some((id) => one.metals.includes(id)));
}

function fitsSchedule({ every, on, at }: Target, { schedule }: Candidate): boolean {
  if (every === undefined && on === undefined && at === undefined) return true;
  if (schedule === undefined) return false;
  const sameEvery =
    every === undefined || schedule.every === every || (every === 'day' && schedule.every === 'weekday');
  return sameEvery && meets(on, schedule.on) && meets(at, schedule.at);
}

/** Whether all that is said of it is so. */
function meets<T>(wanted: T | readonly T[] | undefined, had: T | readonly T[] | undefined): boolean {
  const of = new Set([had].flat());
  return wanted === undefined || [wanted].flat().every((one) => of.has(one));
}

function fitsRule({ rule }: Target, { alert }: Candidate): boolean {
  if (rule === undefined) return true;
  if (alert === undefined) return false;
  const held = alert.rule;
  if (rule.percent !== undefined)
    return 'change' in held && 'percent' in held.change && held.change.percent === rule.percent;
  if (rule.low === undefined) return true;
  return 'when' in held && [held.at.range.low, held.at.range.high].includes(rule.low);
}

/** The people of a name among those who have any: Slack is asked who they are. */
async function ownersNamed(
  { client }: RequestCall,
  name: string,
  all: readonly Candidate[],
): Promise<readonly string[]> {
  const wanted = name.replace(/^@/, '').toLowerCase();
  const owners = [...new Set(all.map(({ owner }) => owner))];
  const named = await Promise.all(
    owners.map(async (user) => {
      if (user.toLowerCase() === wanted) return [user];
      const said = await client.users.info({ user }).catch(() => undefined);
      const { name: handle, real_name: real, profile } = said?.user ?? {};
      const names = [handle, real, profile?.display_name].flatMap((one) =>
        (one ?? '').toLowerCase().split(/[\s.]+/),
      );
      return names.includes(wanted) ? [user] : [];
    }),
  );
  return named.flat();
}

/** The choice among several that are meant. */
export function whichOne(found: readonly Candidate[], chosen: string | undefined): Choice {
  return {
    slot: 'target',
    label: 'Which one?',
    type: 'one',
    options: found.slice(0, 100).map(({ id, words }) => ({ value: id, words: plainOf(words) })),
    chosen,
  };
}

/** Without what Slack alone makes names of. */
const plainOf = (mrkdwn: string): string =>
  mrkdwn.replaceAll(/, (?:to <@\w+>|in <#\w+>)/g, '').replaceAll('&amp;', '&');

/** What a request is of: those that its card has, or that it names. */
export async function meantBy(call: RequestCall, kind: Kept): Promise<readonly Candidate[]> {
  const { ids } = call.card;
  if (ids === undefined) return await findTargets(call, kind, requestOf(call).target);
  const all = await candidatesOf(call, kind);
  return all.filter(({ id }) => ids.includes(id));
}

/** Said where a request means none that there is. */
export const noneSuch = (kind: Kept): string =>
  `I find no such ${kind} of yours. \`/nd ${kind} list\` shows those that there are.`;
