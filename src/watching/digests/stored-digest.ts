/** A digest's settings and last figures, as the database keeps them. */
import { z } from 'zod';
import type { DigestFigures } from '#src/domain/watching/digest-figures.ts';
import { DIGEST_ITEMS, type DigestContent } from '#src/domain/watching/digest-content.ts';
import type { Unit } from '#src/domain/measure/figure.ts';
import { DEFAULT_LOCALE } from '#src/presentation/format.ts';
import type { Subscription } from '#src/storage/subscriptions.ts';
import { parseSchedule } from '#src/domain/watching/parse-schedule.ts';
import { knownZone, type Schedule } from '#src/domain/watching/schedule.ts';

function isLocale(name: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(name).length > 0;
  } catch {
    return false;
  }
}

const content = z.object({
  items: z.array(z.enum(DIGEST_ITEMS)),
  metals: z.array(z.string()),
  skipUnchanged: z.boolean().default(false),
  // One that no machine knows must not hold up what is posted and listed.
  locale: z.string().refine(isLocale).catch(DEFAULT_LOCALE).default(DEFAULT_LOCALE),
});

const figures = z.record(
  z.string(),
  z.object({
    year: z.number(),
    date: z.string().optional(),
    quantity: z.object({
      range: z.object({ low: z.number(), high: z.number() }),
      unit: z.custom<Unit>((value) => typeof value === 'string'),
      firmness: z.enum(['estimated', 'projected']).optional(),
      qualifier: z.enum(['more than', 'less than', 'rounded', 'about']).optional(),
    }),
  }),
);

/** What a digest says, from its column. Throws where it is not one. */
export function readContent(text: string): DigestContent {
  return content.parse(JSON.parse(text));
}

/** The figures of the last digest; `undefined` where there was none, or they can't be compared any more. */
export function readFigures(text: string | null): DigestFigures | undefined {
  try {
    return text === null ? undefined : figures.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Said of one that can't be read. */
export const BROKEN_DIGEST =
  'What is stored of it is broken, so nothing is posted. Delete it, and set it up again with `/nd digest`.';

/** When a digest comes and what it says; `undefined` where that can't be read: the others must not fail with it. */
export function readDigest(
  subscription: Pick<Subscription, 'id' | 'schedule' | 'zone' | 'content'>,
): { readonly schedule: Schedule; readonly content: DigestContent } | undefined {
  try {
    if (knownZone(subscription.zone) === undefined) return undefined;
    return { schedule: scheduleOf(subscription), content: readContent(subscription.content) };
  } catch {
    return undefined;
  }
}

/** When a digest comes, from its column. Throws where it is no schedule. */
export function scheduleOf({ id, schedule }: Pick<Subscription, 'id' | 'schedule'>): Schedule {
  const parsed = parseSchedule(schedule);
  if (!parsed.ok) throw new Error(`subscription ${id} has a schedule that can't be read: "${schedule}"`);
  return parsed.schedule;
}
