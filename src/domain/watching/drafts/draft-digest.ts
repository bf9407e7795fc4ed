/** A digest from a request in words. */
import { nameInText, type Material } from '#src/domain/series/material.ts';
import { listInWords } from '#src/domain/topics/topic.ts';
import type { DigestContent, DigestItem } from '#src/domain/watching/digest-content.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import { scheduleInWords } from '#src/domain/watching/schedules/schedule-words.ts';
import { knownZone, type Schedule } from '#src/domain/watching/schedules/schedule.ts';
import type { Choice, Draft } from './draft.ts';
import { draftSchedule } from './draft-schedule.ts';

/** What is known where a request is made. */
export interface DraftContext {
  readonly materials: readonly Material[];
  /** The person's own zone. */
  readonly zone: string;
  /** What a digest has unless something else is said. */
  readonly items: readonly DigestItem[];
  /** What was named and is no metal that is known. */
  readonly unknown?: readonly string[] | undefined;
}

/** A digest, but for its place, which is Slack's to find. */
interface DraftedDigest {
  readonly schedule: Schedule;
  readonly zone: string;
  readonly content: Pick<DigestContent, 'items' | 'metals' | 'skipUnchanged'>;
}

/** More than these in one post is a table that nobody reads. */
const MOST_METALS = 20;

/** @param request Of the intent `digest.create`. */
export function draftDigest(request: AskedRequest, context: DraftContext): Draft<DraftedDigest> {
  const { zone, items } = context;
  const when = draftSchedule(request);
  const about = draftMetals(request, context, MOST_METALS);
  const { schedule, notes, choices } = when;
  const { metals } = about;
  return {
    request,
    notes: [...about.notes, ...notes, ...unreadNotes(request)],
    choices: [...about.choices, ...choices],
    made:
      schedule === undefined || metals === undefined
        ? undefined
        : {
            schedule,
            // A button's request may say anything.
            zone: knownZone(request.schedule?.zone ?? '') ?? zone,
            content: {
              metals,
              items: request.items === undefined || request.items.length === 0 ? items : request.items,
              skipUnchanged: request.skipUnchanged === true,
            },
          },
  };
}

/** Which metals a request is of; what is asked where it names none, or one that is not known. */
export function draftMetals(
  { metals, cannot }: Pick<AskedRequest, 'metals' | 'cannot'>,
  { materials, unknown = [] }: Pick<DraftContext, 'materials' | 'unknown'>,
  most: number,
): {
  readonly metals: readonly string[] | undefined;
  readonly choices: readonly Choice[];
  readonly notes: readonly string[];
} {
  const known = metals?.filter((id) => materials.some((material) => material.id === id));
  if (known !== undefined && known.length > 0 && known.length <= most)
    return {
      metals: known,
      choices: [],
      notes: cannot.includes('metals') ? [`${whyUnknown(unknown)}: this is without it.`] : [],
    };
  const all = metals?.includes('all') === true || (known?.length ?? 0) > most;
  const choice: Choice = {
    slot: 'metals',
    label: 'Of which metal?',
    type: 'one',
    options: materials.map(({ id, name }) => ({ value: id, words: name })),
  };
  const notes = [
    ...(cannot.includes('metals')
      ? [`${whyUnknown(unknown)}, and take no other metal in its place. Choose one that I have.`]
      : []),
    ...(all ? [`That is more than fits: ${most} at most. Choose one here, or several with Edit.`] : []),
  ];
  return { metals: undefined, choices: [choice], notes };
}

/** What was said and is no part of it. */
export const unreadNotes = ({ unread = [] }: AskedRequest): readonly string[] =>
  unread.length === 0
    ? []
    : [`I did not understand ${listInWords(unread.map((words) => `“${words}”`))}: this is without it.`];

export const whyUnknown = (names: readonly string[]): string =>
  `I have no prices of ${names.length === 0 ? 'one that you named' : listInWords(names.map((name) => `“${name}”`))}`;

/** @example "neodymium and NdPr" */
export const metalsInText = (ids: readonly string[], materials: readonly Material[]): string =>
  listInWords(ids.map((id) => nameInText(materials.find((one) => one.id === id)?.name ?? id)));

const ITEMS: Readonly<Record<DigestItem, string>> = {
  price: 'the price',
  change: 'its change',
  sectors: 'shares of sectors',
  production: 'production',
  alerts: 'alerts that are near',
  chart: 'a chart',
};

/** What is known of a digest so far, in plain words. @example "Neodymium, every Monday at 09:00 (Europe/Berlin): the price and a chart" */
export function digestInPlainWords(
  { request, made }: Draft<DraftedDigest>,
  { materials, items: usual }: DraftContext,
): string {
  const metals = made?.content.metals ?? request.metals?.filter((id) => id !== 'all') ?? [];
  const of = metals.length === 0 ? 'A digest' : `A digest of ${metalsInText(metals, materials)}`;
  const when = made === undefined ? '' : `, ${scheduleInWords(made.schedule)} (${made.zone})`;
  const items = made?.content.items ?? request.items ?? usual;
  const skip = request.skipUnchanged === true ? '; nothing when nothing has changed' : '';
  return `${of}${when}: ${listInWords(items.map((item) => ITEMS[item]))}${skip}`;
}
