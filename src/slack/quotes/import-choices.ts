/** What somebody has chosen in the card of a dropped table, by its buttons and its selects. */
import { z } from 'zod';
import { choicesSchema, type Choices } from '#src/quotes/dropped-tables.ts';
import { inJson } from '#src/slack/button-values.ts';
import { filledIn, fieldValue } from '#src/slack/filled-in.ts';

/** Of its buttons: the file, what it is called, and what was chosen when the card was drawn. */
export const importValue = inJson(
  z.strictObject({ file: z.string().max(50), name: z.string().max(100), choices: choicesSchema }),
);

/** What the selects of a card say now, over what was chosen before. */
export function choicesIn(body: unknown, before: Choices): Choices {
  const columns: Record<string, string> = { ...before.columns };
  const common: Record<string, string> = Object.fromEntries(
    Object.entries(before.common).map(([key, value]) => [key, value]),
  );
  for (const [action, field] of Object.values(filledIn(body) ?? {}).flatMap(Object.entries)) {
    const value = fieldValue(field);
    const [, kind = '', name = ''] = /^import:(column|common):(\w+)$/.exec(action) ?? [];
    if (value === undefined || kind === '') continue;
    if (kind === 'column') columns[name] = value;
    else common[name] = value;
  }
  return choicesSchema.safeParse({ columns, common }).data ?? before;
}

const drawn = z.object({
  message: z.object({
    blocks: z.array(
      z.looseObject({
        block_id: z.string().default(''),
        accessory: z
          .looseObject({
            action_id: z.string().default(''),
            initial_option: z.object({ value: z.string() }).optional(),
            initial_date: z.string().optional(),
          })
          .optional(),
      }),
    ),
  }),
});

/** Whether a select of a card holds something else than it was drawn with: what was chosen has not been read yet. */
export function isAhead(body: unknown): boolean {
  const values = filledIn(body) ?? {};
  return (drawn.safeParse(body).data?.message.blocks ?? []).some(({ block_id, accessory }) => {
    if (accessory === undefined || !accessory.action_id.startsWith('import:')) return false;
    const chosen = fieldValue(values[block_id]?.[accessory.action_id]);
    return chosen !== undefined && chosen !== (accessory.initial_option?.value ?? accessory.initial_date);
  });
}
