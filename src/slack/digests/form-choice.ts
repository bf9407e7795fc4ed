/** What the form of a digest holds: read from its fields, and turned into a digest's settings and back. */
import { otherPlaces, type OtherPlaces } from '#src/slack/sent-form.ts';
import { WEEKDAYS } from '#src/domain/measure/days.ts';
import { z } from 'zod';
import type { DigestChoice } from '#src/watching/digests/make-digest.ts';
import { knownZone, ORDINALS } from '#src/domain/watching/schedules/schedule.ts';
import { DIGEST_ITEMS, type DigestItem } from '#src/domain/watching/digest-content.ts';
import { DEFAULT_LOCALE } from '#src/domain/answer.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { among, filledIn, placeId } from '#src/slack/filled-in.ts';
import { placeFor } from '#src/slack/posting-place.ts';
import {
  ENDS,
  newWhen,
  OFTEN,
  ON_HOLIDAYS,
  scheduleOf,
  whenChoice,
  whenFaults,
  whenOf,
  type WhenChoice,
} from './form-schedule.ts';

export interface FormChoice extends WhenChoice {
  /** Channel id; `undefined` is a direct message to whoever fills it in. */
  readonly channel: string | undefined;
  readonly items: readonly DigestItem[];
  readonly metals: readonly string[];
  readonly zone: string;
  readonly locale: string;
  readonly skipUnchanged: boolean;
  /** Of the card that it was filled from: both make one digest. */
  readonly key?: string | undefined;
  /** Where it is set up as well. */
  readonly others?: OtherPlaces;
}

/** What a new digest says unless something else is chosen. */
export function newItems({ findPicture }: Pick<ListenerDeps, 'findPicture'>): readonly DigestItem[] {
  return ['price', 'change', 'alerts', ...(findPicture === undefined ? [] : ['chart' as const])];
}

export function newChoice(given: Pick<FormChoice, 'channel' | 'items' | 'metals' | 'zone'>): FormChoice {
  return {
    ...given,
    ...newWhen,
    locale: DEFAULT_LOCALE,
    skipUnchanged: false,
  };
}

/** How numbers may be written, by the name of a locale. */
export const LOCALES: Readonly<Record<string, string>> = {
  [DEFAULT_LOCALE]: 'English',
  'en-IN': 'English, India',
  'de-DE': 'Deutsch',
  'de-CH': 'Deutsch, Schweiz',
  'es-ES': 'español',
  'fr-FR': 'français',
  'it-IT': 'italiano',
  'ja-JP': '日本語',
};

const MOST_METALS = 100;

/** What a form may hold, whoever sent it: what is stored is posted, listed and read back for years. */
const formChoice = whenChoice.extend({
  channel: placeId.optional(),
  items: z.array(z.enum(DIGEST_ITEMS)),
  metals: z.array(z.string().regex(/^[\w-]{1,60}$/)).max(MOST_METALS),
  zone: z.string().refine((zone) => knownZone(zone) !== undefined),
  locale: z.string().refine((locale) => Object.hasOwn(LOCALES, locale)),
  skipUnchanged: z.boolean(),
  key: z.string().max(60).optional(),
  others: otherPlaces,
});

const WANTED: Readonly<Record<string, string>> = {
  channel: 'Choose a channel from the list, or leave it empty.',
  items: 'Choose at least one of these.',
  metals: 'Choose at least one metal that I know.',
  dates: 'Choose days from 1 to 31.',
  times: 'Choose a number from 1 to 366.',
  time: 'Choose a time such as 09:00.',
  zone: 'Choose a time zone from the list.',
  locale: 'Choose one from the list.',
};

/**
 * Why a choice can't be set up, by field; none where it can.
 * @param known Ids of what a digest may be of.
 */
export function faultsOf(choice: FormChoice, known: readonly string[]): Readonly<Record<string, string>> {
  const issues = formChoice.safeParse(choice).error?.issues ?? [];
  const fields = [
    ...issues.map(({ path }) => String(path[0])),
    ...(choice.items.length === 0 ? ['items'] : []),
    ...(choice.metals.length === 0 || choice.metals.some((id) => !known.includes(id)) ? ['metals'] : []),
  ];
  return {
    ...whenFaults(choice),
    ...Object.fromEntries(fields.map((field) => [field, WANTED[field] ?? 'Choose one from the list.'])),
  };
}

const metadata = z.object({ id: z.string().max(60).optional(), choice: formChoice });

/** What a view carries beside its fields; `undefined` where it is of an older version. */
export function readMetadata(
  text: string,
): { readonly id: string | undefined; readonly choice: FormChoice } | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { id, choice } = metadata.safeParse(parsed).data ?? {};
  return choice && { id, choice: { ...choice, channel: choice.channel } };
}

/**
 * Reads a view. Its fields are named after those of a choice; what is not shown, or not chosen, is as in `before`.
 * @returns `undefined` where it is no form of ours
 */
export function readDigestForm(view: unknown, before: FormChoice): FormChoice | undefined {
  const state = filledIn(view);
  if (state === undefined) return undefined;
  const of = (name: keyof FormChoice) => Object.values(state[name] ?? {})[0];
  const one = (name: keyof FormChoice) => of(name)?.selected_option?.value;
  const many = (name: keyof FormChoice) => of(name)?.selected_options?.map(({ value }) => value);
  const items = many('items');
  const ends = among(ENDS, one('ends'), before.ends);
  const times = Number(of('times')?.value ?? before.times);
  const dated = (name: 'once' | 'from' | 'until') => {
    const date = state[name] === undefined ? before[name] : (of(name)?.selected_date ?? undefined);
    return date === undefined ? {} : { [name]: date };
  };
  return {
    channel: of('channel')?.selected_conversation ?? undefined,
    items: items === undefined ? before.items : DIGEST_ITEMS.filter((item) => items.includes(item)),
    metals: many('metals') ?? before.metals,
    often: among(OFTEN, one('often'), before.often),
    interval: Number(one('interval') ?? before.interval),
    days: many('days')?.map((day) => among(WEEKDAYS, day, 'mon')) ?? before.days,
    dates: many('dates')?.map(Number) ?? before.dates,
    day: among(WEEKDAYS, one('day'), before.day),
    ordinal: among(ORDINALS, one('ordinal'), before.ordinal),
    line: of('line')?.value ?? before.line,
    ...dated('once'),
    ...dated('from'),
    // The last day of so many posts is of that number: another number has another last day.
    ...(ends === 'times' && (before.ends !== 'times' || times !== before.times) ? {} : dated('until')),
    ends,
    times,
    holidays: among(ON_HOLIDAYS, one('holidays'), before.holidays),
    country: one('country') ?? before.country,
    ...(before.anchor === undefined ? {} : { anchor: before.anchor }),
    time: of('time')?.selected_time ?? before.time,
    zone: one('zone') ?? before.zone,
    locale: one('locale') ?? before.locale,
    skipUnchanged: (many('skipUnchanged') ?? []).length > 0,
    ...(before.key === undefined ? {} : { key: before.key }),
    ...(before.others === undefined ? {} : { others: before.others }),
  };
}

/** A digest's settings. @param user Who filled it in, for whom it is where no channel was chosen. */
export function digestChoice(choice: FormChoice, user: string): DigestChoice {
  const { items, metals, skipUnchanged, locale, zone } = choice;
  return {
    channel: placeFor(choice.channel ?? user, user),
    content: { items, metals, skipUnchanged, locale },
    schedule: scheduleOf(choice),
    zone,
  };
}

/** The form of a digest that there is already. */
export function choiceOf({ channel, content, schedule, zone }: DigestChoice): FormChoice {
  const place = /^[UW]/.test(channel) ? undefined : channel;
  const { items, metals } = content;
  const locale = Object.hasOwn(LOCALES, content.locale) ? content.locale : DEFAULT_LOCALE;
  const plain = newChoice({ channel: place, items, metals, zone });
  return { ...plain, ...content, ...whenOf(schedule), locale };
}
