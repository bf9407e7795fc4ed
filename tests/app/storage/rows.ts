/** Rows as they are stored, for tests. */
import { readRule } from '#src/domain/watching/read-rule.ts';
import { writeRule, type Rule } from '#src/domain/watching/rule.ts';
import type { StoredAlert } from '#src/storage/alerts.ts';
import type { NewDelivery } from '#src/storage/deliveries.ts';
import { newId } from '#src/storage/database/ids.ts';
import type { AlertTable, Db, SubscriptionTable } from '#src/storage/database/schema.ts';
import { MATERIALS } from '../../pure/domain/quotes/sample-quotes.ts';

export const T0 = Date.UTC(2026, 5, 1, 9);

export const subscriptionRow = (given: Partial<SubscriptionTable> = {}): SubscriptionTable => ({
  id: newId(),
  team: 'T1',
  channel: 'C1',
  owner: 'U1',
  content: '{"parts":["price"]}',
  schedule: 'daily 09:00',
  zone: 'UTC',
  state: 'active',
  reason: null,
  next_at: T0,
  next_slot: '2026-06-01T09:00',
  last_figures: null,
  last_sent_at: null,
  paused_until: null,
  created_at: T0,
  ...given,
});

/** Puts a subscription there as its row is, also one that no code would write. */
export async function insertSubscriptionRow(db: Db, row: SubscriptionTable): Promise<void> {
  await db.insertInto('subscriptions').values(row).execute();
}

const METALS = ['neodymium', 'dysprosium', 'terbium'].map((id) => ({ id }));

/** The rule of a line, of neodymium unless it names something else. */
export function ruleOf(line: string): Rule {
  const read = readRule(line, {
    metals: METALS,
    materials: MATERIALS,
    defaultMetal: 'neodymium',
  });
  if (!read.ok) throw new Error(read.reason);
  return read.rule;
}

export const alertOf = (given: Partial<StoredAlert> & { readonly rule?: Rule } = {}) => ({
  id: newId(),
  team: 'T1',
  channel: 'C1',
  owner: 'U1',
  rule: ruleOf('above 140'),
  series: null,
  state: 'armed' as const,
  reason: null,
  snoozedUntil: null,
  firedCount: 0,
  firedAt: null,
  firedOn: null,
  createdAt: T0,
  ...given,
});

/** As it is in the table. */
export const alertRow = (given: Partial<AlertTable> = {}): AlertTable => ({
  id: newId(),
  team: 'T1',
  channel: 'C1',
  owner: 'U1',
  rule: writeRule(ruleOf('above 140')),
  series: null,
  state: 'armed',
  reason: null,
  snoozed_until: null,
  fired_count: 0,
  fired_at: null,
  fired_on: null,
  created_at: T0,
  ...given,
});

export const deliveryOf = (given: Partial<NewDelivery> = {}): NewDelivery => ({
  id: newId(),
  team: 'T1',
  kind: 'digest',
  subject: 'S1',
  slot: '2026-06-01T09:00',
  slotAt: T0,
  channel: 'C1',
  state: 'pending',
  dueAt: T0,
  payload: null,
  reason: null,
  threadTs: null,
  createdAt: T0,
  ...given,
});
