/** Alerts as a message, each with its buttons; and the message anew after a press. */
import type { Actor } from '#src/access/actor.ts';
import { ALERT_MANAGE_ACTION } from '#src/watching/manage-button.ts';
import {
  BROKEN_ALERT,
  findListedAlert,
  listedAlerts,
  strayAlerts,
  type ListedAlert,
} from '#src/watching/alerts/list-alerts.ts';
import { weekdayInWords } from '#src/domain/watching/schedules/wall-clock.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { priceUnit } from '#src/domain/measure/figure.ts';
import { alertSentence } from '#src/domain/watching/drafts/sentence.ts';
import { unitOf } from '#src/domain/watching/look-at.ts';
import { backInWords, joint, ruleInWords } from '#src/domain/watching/rule-words.ts';
import { isOnQuotes, type Rule } from '#src/domain/watching/rule.ts';
import { priceOfWatched } from '#src/domain/watching/watched.ts';
import { button } from '#src/presentation/buttons.ts';
import { LIMITS } from '#src/presentation/limits.ts';
import type { Message } from '#src/presentation/message.ts';
import { escapeMrkdwn, mrkdwnLine } from '#src/presentation/text/mrkdwn.ts';
import type { Observed } from '#src/watching/alerts/observe-quotes.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { placeInWords } from '#src/slack/posting-place.ts';
import { listMessage, saidAs, type InList, type ListOf, type Shown } from '#src/slack/shown-list.ts';

export const ALERT_ACTIONS = {
  manage: ALERT_MANAGE_ACTION,
  day: 'alert:snooze-day',
  week: 'alert:snooze-week',
  resume: 'alert:resume',
  edit: 'alert:edit',
  delete: 'alert:delete',
} as const;

export const GONE = 'That alert was deleted. `/nd alert list` shows those that there are.';

/** The list as it is now. @param note A line above it: what has just been done. */
export async function alertList(
  deps: ListenerDeps,
  actor: Actor,
  shown: Shown,
  note?: string,
): Promise<Message> {
  const { manage } = await deps.delivery;
  const found =
    'id' in shown
      ? [await findListedAlert(manage, actor, shown.id)]
      : await listedAlerts(manage, actor, shown);
  const strays = 'id' in shown ? [] : await strayAlerts(manage, actor);
  const items: readonly InList<ListedAlert>[] = [
    ...found
      .filter((one) => one !== undefined)
      .map((one) => (one.isBroken ? { broken: one.alert } : { listed: one })),
    ...strays.map((stray) => ({ stray })),
  ];
  return listMessage(alertsListed(deps), { items, actor, house: deps.house, shown, note });
}

function alertsListed(deps: ListenerDeps): ListOf<ListedAlert> {
  const now = deps.now().getTime();
  const remove = (value: string) => button(ALERT_ACTIONS.delete, 'Delete', value);
  return {
    what: 'alert',
    none: 'No alert comes to this channel, and you have set up none elsewhere. `/nd alert above 140` makes one, or say “tell me when copper goes above $14,000/t”.',
    gone: GONE,
    broken: BROKEN_ALERT,
    stored: ({ alert }) => alert,
    line: alertInWords,
    lines: (listed) => [
      `*${alertInWords(listed)}*`,
      priceInWords(listed),
      seriesLine(listed),
      stateInWords(listed, now),
      ...saidAs(alertSentence(listed.rule, { materials: deps.quotes.materials, today: isoDate(now) })),
    ],
    buttons: ({ alert }, { stop, change }, value) => {
      const waits = alert.state === 'paused' || (alert.snoozedUntil ?? 0) > now;
      return [
        waits && change ? button(ALERT_ACTIONS.resume, 'Resume', value) : undefined,
        change ? button(ALERT_ACTIONS.edit, 'Edit', value) : undefined,
        stop ? button(ALERT_ACTIONS.day, 'Snooze a day', value) : undefined,
        stop ? button(ALERT_ACTIONS.week, 'Snooze a week', value) : undefined,
        stop ? remove(value) : undefined,
      ];
    },
    deletes: ALERT_ACTIONS.delete,
    remove,
  };
}

/** @example "Neodymium above $140/kg (USGS), to <@U1>", "NdPr: a quote above CN¥600,000/t, to <@U1>" */
export function alertInWords({ alert, metal, rule }: ListedAlert): string {
  const { source } = rule.of;
  const whose = source === undefined ? [] : [` (${SOURCES[source]})`];
  const line = [metal, joint(rule), ...ruleInWords(rule), ...whose];
  return `${mrkdwnLine(line, { room: LIMITS.contextText })}, ${placeInWords(alert.channel)}`;
}

const SOURCES = { usgs: 'USGS', report: 'the report' } as const;

/** What the price is now, or why there is none. */
export function priceInWords({
  rule,
  watched,
  silence,
}: Pick<Observed, 'watched' | 'silence'> & { readonly rule: Rule }): string {
  if (watched !== undefined) {
    const days = 'change' in rule && watched.reading.before === undefined ? rule.within : undefined;
    const toCompare =
      days === undefined ? [] : [` There is none in the ${days} days before it to compare it with.`];
    return mrkdwnLine(['Now: ', ...priceOfWatched(watched), '.', ...toCompare], { room: LIMITS.contextText });
  }
  const why = silence === undefined ? '' : ` ${mrkdwnLine(silence.words, { room: LIMITS.contextText })}`;
  if (silence?.occasion !== undefined) return why.trim();
  return isOnQuotes(rule)
    ? `There is no such quote yet: it is looked at when one comes.${why}`
    : `There is no such price just now.${why}`;
}

/** Which price is watched, and how to have another one watched. */
export function watchedInWords({ rule, watched, series, seriesInWords }: ListedAlert): string {
  const own =
    seriesInWords === undefined ? '' : ` It is one series: ${escapeMrkdwn(seriesInWords)}; no other.`;
  if ('apart' in rule)
    return 'Watched: the newest prices that two sources or more have on one basis, quotes first, figures of the year where there are none.';
  if ('edition' in rule)
    return `Watched: whether ${escapeMrkdwn(rule.edition.publisher)} brings out an edition after that of ${rule.edition.after}.`;
  if ('extreme' in rule)
    return `Watched: the newest quote against ${rule.within === undefined ? 'all that were ever stored' : `those of ${rule.within} days`} before it, of one source and on one basis.${own}`;
  if ('change' in rule)
    return `Watched: the newest quote against the first one within ${rule.within} days before it, of one source and on one basis.${own}${rule.within < 4 ? ' After days without quotes, such as a weekend, there may be none to compare with: then it does not come.' : ''}`;
  const { source } = rule.of;
  const unit = unitOf(rule);
  const currency = unit && priceUnit(unit)?.currency;
  if (isOnQuotes(rule))
    return watched?.on === 'quote' && watched.rate !== undefined
      ? `Watched: quotes in ${watched.series.key.currency}, each in ${currency} at the rate of its day; not the year’s figures.${own}`
      : `Watched: quotes${currency === undefined ? '' : ` in ${currency}`}, as they come; not the year’s figures.${own}`;
  if (source !== undefined)
    return `Watched: the year’s figure of ${SOURCES[source]} only, not quotes. Without its name, quotes in dollars come first.`;
  return series !== null
    ? `Watched: the newest quote in dollars. With \`usgs\` or \`report\`, it would be the year’s figure.${own}`
    : `Watched: the ${watched?.on === 'figure' && watched.figure.at.length > 4 ? 'month' : 'year'}’s figure, and quotes in dollars once there are any. For quotes in yuan, say so: \`above 600000 CNY/t ndpr\`.`;
}

function stateInWords({ alert, rule }: ListedAlert, now: number): string {
  const { state, reason, snoozedUntil: until, firedAt } = alert;
  if (state === 'paused') return escapeMrkdwn(`Paused: ${reason ?? 'its channel refused it'}.`);
  if (until !== null && until > now) return `Snoozed until ${weekdayInWords(until, 'UTC')}.`;
  if (state === 'armed') return 'Armed.';
  if (state === 'fired' && alert.firedCount === 0)
    return `It was past its threshold when it was set up: it comes once ${backInWords(rule)}, and passes again.`;
  if (firedAt === null) return 'It has fired, and its message is on its way.';
  return `It came on ${weekdayInWords(firedAt, 'UTC')}, and comes again once ${backInWords(rule)}.`;
}

/** Which quotes it watches; those of before this was kept have had it chosen for them. */
function seriesLine({ seriesInWords }: ListedAlert): string {
  return seriesInWords === undefined ? '' : `Watched: ${escapeMrkdwn(seriesInWords)}; no other.`;
}
