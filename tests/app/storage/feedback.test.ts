import { expect, test } from 'vitest';
import { FEEDBACK_DAYS } from '#src/domain/faq/feedback.ts';
import { addFeedback, forgetOldFeedback, listFeedback } from '#src/storage/feedback.ts';
import { deleteWorkspace } from '#src/storage/database/workspaces.ts';
import { T0 } from './rows.ts';
import { newStore } from './stores.ts';

const DAY = 86_400_000;
const chosen = { text: 'whence this ’✓', outcome: 'chosen', faq: 'why' } as const;
const open = { text: 'opening hours', outcome: 'unanswered', faq: null } as const;

test('feedback comes back in order, of one workspace or of all', async () => {
  const { db } = await newStore();
  await addFeedback(db, 'T1', open, T0 + 1);
  await addFeedback(db, 'T1', chosen, T0);
  await addFeedback(db, 'T2', open, T0 + 2);
  expect(await listFeedback(db, T0 + 3, 'T1')).toEqual([chosen, open]);
  expect(await listFeedback(db, T0 + 3)).toHaveLength(3);
});

test('after 90 days it is neither read nor kept', async () => {
  const { db } = await newStore();
  await addFeedback(db, 'T1', chosen, T0);
  await addFeedback(db, 'T1', open, T0 + DAY);
  const later = T0 + FEEDBACK_DAYS * DAY;
  expect(await listFeedback(db, later, 'T1')).toEqual([open]);
  await forgetOldFeedback(db, later);
  expect(await db.selectFrom('feedback').select('text').execute()).toEqual([{ text: open.text }]);
});

test('a workspace that goes takes its feedback along', async () => {
  const { db } = await newStore();
  await addFeedback(db, 'T1', chosen, T0);
  await addFeedback(db, 'T2', open, T0);
  await deleteWorkspace(db, 'T1');
  expect(await listFeedback(db, T0)).toEqual([open]);
});
