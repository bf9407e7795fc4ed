/** What is filled in and chosen in a form or a card, as Slack sends it with each press; whoever sent it, it may be anything. */
import { z } from 'zod';

const option = z.object({ value: z.string() });
const field = z.object({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).optional(),
  selected_conversation: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date: z.string().nullish(),
});
const fields = z.record(z.string(), z.record(z.string(), field));
const stated = z.object({ state: z.object({ values: fields }) });

/** By block, and in it by action. */
type FilledIn = z.output<typeof fields>;

/** What is filled in; `undefined` where it is no form or card of ours. @param shown A view, or the body of a press. */
export const filledIn = (shown: unknown): FilledIn | undefined => stated.safeParse(shown).data?.state.values;

/** What a field holds that holds one thing: typed, or chosen. */
export const fieldValue = (one: z.output<typeof field> | undefined): string | undefined =>
  one?.value ??
  one?.selected_option?.value ??
  one?.selected_conversation ??
  one?.selected_time ??
  one?.selected_date ??
  undefined;

/** The value itself where it is one of those that are known. */
export const among = <T extends string>(known: readonly T[], value: string | undefined, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

/** The id of a channel or a person. */
export const placeId = z.string().regex(/^[CDGUW][A-Z0-9]{1,40}$/);
