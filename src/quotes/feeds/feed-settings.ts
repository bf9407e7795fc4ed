/** The feeds file: which feeds there are, and what holds for all quotes. */
import { z } from 'zod';
import { FeedsFileError } from './feed.ts';
import { feedSchema } from './kinds.ts';
import { presetSchema, unfold } from './presets.ts';
import { currency, date, days, name, ofPrices, perBase } from './feed-schema.ts';

const feedsFile = z.strictObject({
  feeds: z
    .array(feedSchema)
    .default([])
    .refine((feeds) => new Set(feeds.map((f) => f.id)).size === feeds.length, 'an id is used twice'),
  /** Rates that hold as of one day, instead of a feed of them. */
  fixedRates: z
    .strictObject({ source: name, date, base: currency, perBase, maxAgeDays: days.optional() })
    .optional(),
  /** VAT of places, beside what is known of China. */
  vat: z.array(z.strictObject({ place: name, percent: z.number().min(0).max(50), since: date })).default([]),
  /** Who may enter prices by hand: everyone, admins, or these people. */
  mayEnter: z
    .union([
      z.enum(['everyone', 'admins']),
      z.array(z.string().regex(/^[UW][A-Z0-9]+$/, 'this is no id of a person')),
    ])
    .default('admins'),
  manual: z
    .strictObject({ staleAfterDays: ofPrices.staleAfterDays, deadAfterDays: ofPrices.deadAfterDays })
    .prefault({}),
});
export type FeedSettings = z.output<typeof feedsFile>;

/** @throws FeedsFileError */
export function parseFeedSettings(text: string, file: string): FeedSettings {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new FeedsFileError([
      `${file}: the file: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  const faults = presetFaults(json, file);
  if (faults.length > 0) throw new FeedsFileError(faults);
  const parsed = feedsFile.safeParse(unfolded(json));
  if (parsed.success) return parsed.data;
  throw new FeedsFileError(
    parsed.error.issues.map((issue) => `${file}: ${fieldOf(issue.path, json)}: ${issue.message}`),
  );
}

const listed = z.looseObject({ feeds: z.array(z.unknown()) });

/** With each preset as the feed that it stands for. */
function unfolded(json: unknown): unknown {
  const read = listed.safeParse(json);
  return read.success ? { ...read.data, feeds: read.data.feeds.map(unfold) } : json;
}

const withPreset = z.looseObject({ preset: z.unknown() });

function presetFaults(json: unknown, file: string): readonly string[] {
  const feeds = listed.safeParse(json).data?.feeds ?? [];
  return feeds.flatMap((feed, at) => {
    if (withPreset.safeParse(feed).data?.preset === undefined) return [];
    const { error } = presetSchema.safeParse(feed);
    return (error?.issues ?? []).map(
      (issue) => `${file}: feeds[${at}].${issue.path.join('.')}: ${issue.message}`,
    );
  });
}

/** The file's JSON Schema, for editors that check and complete what is typed. */
export function feedsJsonSchema(): object {
  const feeds = z.array(z.union([feedSchema, presetSchema])).default([]);
  return z.toJSONSchema(feedsFile.extend({ feeds }), { io: 'input', unrepresentable: 'any' });
}

/** "feeds[0].schedule (smm)": with the feed's id, where it has one. */
function fieldOf(path: readonly PropertyKey[], json: unknown): string {
  const words = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const named = z.object({ feeds: z.array(z.object({ id: z.string() }).catch({ id: '' })) }).safeParse(json);
  const at = path[0] === 'feeds' && typeof path[1] === 'number' ? named.data?.feeds[path[1]]?.id : undefined;
  return `${words.replace(/^\./, '') || 'the file'}${at === undefined || at === '' ? '' : ` (${at})`}`;
}
