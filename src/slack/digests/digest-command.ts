/** `/nd digest`: the form, a digest in one line, or the list. */
import { isRefused } from '#src/access/owned.ts';
import { dateIn } from '#src/domain/watching/schedules/wall-clock.ts';
import { listDigests, nextPosts } from '#src/watching/digests/list-digests.ts';
import { createDigest } from '#src/watching/digests/make-digest.ts';
import { DEFAULT_LOCALE } from '#src/domain/answer.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import type { ActingCommand, CommandCall } from '#src/slack/commands/command.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { digestList } from './digest-list.ts';
import { contentInWords, digestInWords, namesInWords } from './digest-words.ts';
import { newItems } from './form-choice.ts';
import { openNewForm } from './open-form.ts';
import { readDigestLine } from './read-line.ts';
import { escapeReason, lineMessage } from '#src/presentation/line-message.ts';
import { readPerson } from '#src/slack/person.ts';
import { placeFor, whyAtMostOnce, whyNotThere } from '#src/slack/posting-place.ts';

export const digestCommand: ActingCommand = {
  name: 'digest',
  summary: 'Prices and what changed, posted regularly. Without more, a form; “list” shows and changes them.',
  usage: '[list | how often, day, time, metals]',
  examples: ['digest', 'digest weekly mon 9:00', 'digest weekly mon 9:00 ndpr', 'digest list'],
  run: async (call, deps) => {
    const { rest, actor, channel, post } = call;
    const place = placeFor(channel, actor.user);
    if (/^(?:list|show|ls)$/i.test(rest)) {
      await post(await digestList(deps, actor, { channel: place, owner: actor.user }));
      return;
    }
    const [named, ...others] = call.channels;
    if (others.length > 0)
      return void (await post(lineMessage('Name one channel: each has a digest of its own.')));
    if (named === undefined) return await setUp(call, deps, place);
    // It stands in the line as its name, which is no metal.
    const line = rest.replace(/(?:^|\s)(?:(?:in|to)\s+)?#?(\S+)/gi, (all, word: string) =>
      word === named.name ? ' ' : all,
    );
    return await setUp({ ...call, rest: line.replace(/#?<[^<>]*>/g, ' ').trim() }, deps, named.id);
  },
};

/** A digest in one line, of the default metal unless it names others; without a time, the form. */
async function setUp(call: CommandCall, deps: ListenerDeps, place: string): Promise<void> {
  const { rest, client, actor, post } = call;
  const { user } = actor;
  const why = await whyNotThere({ client, actor, place }, deps);
  if (why !== undefined) return void (await post(lineMessage(why)));
  const now = deps.now().getTime();
  const known = rest === '' ? undefined : await readPerson(client, user, deps);
  const own = known?.zone ?? 'UTC';
  const person = { zone: own, today: dateIn(now, own) };
  const { when: parsed, formNamed, ...read } = readDigestLine(rest, deps.quotes.materials, person);
  const metals = read.metals.length > 0 ? read.metals : [deps.catalog.defaultMetal];
  if (parsed === undefined) {
    const opened = { client, triggerId: call.triggerId, actor };
    return await openNewForm(deps, opened, place === user ? undefined : place, metals);
  }
  if (!parsed.ok) {
    const other = 'Or `/nd digest` for a form, `/nd digest list` for those that there are.';
    return void (await post(lineMessage(escapeReason(parsed.reason), other)));
  }
  const { schedule } = parsed;
  const zone = parsed.zone ?? own;
  const { manage } = await deps.delivery;
  const content = {
    items: newItems(deps),
    metals,
    skipUnchanged: false,
    locale: DEFAULT_LOCALE,
  };
  const choice = { channel: place, content, schedule, zone };
  const beside = (await listDigests(manage, actor, { channel: place })).filter(
    (other) => !other.isBroken && other.subscription.state !== 'finished',
  );
  const made = await createDigest(manage, actor, choice);
  if (isRefused(made)) return void (await post(lineMessage(made.why)));
  const next = nextPosts(schedule, zone, now);
  const once = await whyAtMostOnce(client, place);
  await post(
    lineMessage(
      `*The digest comes ${digestInWords(choice, now)}.*`,
      `Next: ${escapeMrkdwn(next.join(' · '))}.`,
      contentInWords(content, deps),
      ...(formNamed ? ['It has each form that is quoted, oxide and metal, by its name.'] : []),
      ...(once === undefined ? [] : [once]),
      ...besideIt(
        beside.flatMap((other) => (other.isBroken ? [] : [other.subscription.content.metals])),
        metals,
        deps,
      ),
      '`/nd digest list` changes or deletes it; `/nd digest` has a form for other metals and content.',
    ),
  );
}

/** The digests that come to the same place, and how many have a metal of the new one: somebody may have set it up before. */
function besideIt(
  others: readonly (readonly string[])[],
  metals: readonly string[],
  deps: ListenerDeps,
): readonly string[] {
  if (others.length === 0) return [];
  const sharing = others.filter((other) => metals.some((metal) => other.includes(metal)));
  const shared = metals.filter((metal) => sharing.some((other) => other.includes(metal)));
  const there =
    others.length === 1 ? 'There is one other digest here' : `There are ${others.length} other digests here`;
  const some = sharing.length === 1 ? 'one shares' : `${sharing.length} share`;
  const who = others.length === 1 ? 'it shares' : some;
  return [
    `${there}${sharing.length === 0 ? '' : `, and ${who} ${namesInWords(shared, deps)} with this one`}.`,
  ];
}
