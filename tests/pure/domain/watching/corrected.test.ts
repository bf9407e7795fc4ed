/** What is said of a request that waits in its card: what puts it right, what decides it, and what is none of it. */
import { describe, expect, test } from 'vitest';
import { correctedRequest } from '#src/domain/watching/drafts/corrected.ts';
import { decisionIn } from '#src/domain/watching/drafts/decision.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';

const { materials } = await loadCatalog(readDataOptions({}));
const context = { materials, today: '2026-11-24', zone: 'Europe/Berlin' };

/** The request that a message is, as it is once something more is said. */
function corrected(first: string, then: string) {
  const [pending] = readRequests(first, context);
  if (pending === undefined) throw new Error(`no request: ${first}`);
  const requests = readRequests(then, context);
  return correctedRequest(pending, then, { ...context, requests, items: ['price', 'change'] });
}

const QUOTE = 'store terbium oxide 1100 usd/kg as of today';
const MONDAYS = 'send me gold and copper every monday at 9';
const PAUSE = 'pause my terbium digest for a week';
const EXPORT = 'export neodymium as csv for the last 30 days';

describe('put right', () => {
  test.each([
    [QUOTE, 'per tonne, not per kg', { quote: { mass: 't', low: 1100 } }],
    [QUOTE, 'no, 1,250', { quote: { low: 1250, high: 1250, currency: 'USD', mass: 'kg' } }],
    [QUOTE, 'no, 1100 to 1150', { quote: { low: 1100, high: 1150 } }],
    [QUOTE, 'in euros', { quote: { currency: 'EUR', mass: 'kg' } }],
    [QUOTE, 'no, CNY/t', { quote: { currency: 'CNY', mass: 't' } }],
    [QUOTE, 'metal, not oxide', { quote: { form: 'metal' } }],
    [QUOTE, 'it was yesterday', { quote: { date: '2026-11-23', low: 1100 } }],
    [QUOTE, 'from 20 Nov', { quote: { date: '2026-11-20', low: 1100 } }],
    [QUOTE, 'fob, ex VAT', { quote: { terms: 'fob', vat: 'excluded' } }],
    [QUOTE, 'sorry, dysprosium', { metals: ['dysprosium'], quote: { low: 1100 } }],
    [
      'store neodymium 62',
      'usd/kg',
      { quote: { low: 62, currency: 'USD' }, ask: ['quote.form', 'quote.date'] },
    ],
    [PAUSE, 'make it two weeks', { for: { days: 14 } }],
    [PAUSE, 'until Friday', { until: '2026-11-27' }],
    ['pause my terbium digest until friday', 'no, for 3 days', { for: { days: 3 } }],
    [PAUSE, 'no, the neodymium one', { target: { metals: ['neodymium'] }, for: { days: 7 } }],
    [PAUSE, 'i meant the one in #ops', { target: { place: '#ops' } }],
    ['snooze my alert', 'a week', { for: { days: 7 }, ask: ['target'] }],
    ['export the last two years', 'gold and silver', { metals: ['gold', 'silver'], ask: [] }],
    ['post every monday at 8 here', 'copper please', { metals: ['copper'], ask: [] }],
    [MONDAYS, 'an hour later', { schedule: { every: 'week', on: 'mon', at: '10:00' } }],
    [MONDAYS, 'half an hour earlier please', { schedule: { at: '08:30' } }],
    [MONDAYS, 'a bit later please, say half ten', { schedule: { at: '10:30' } }],
    [MONDAYS, 'no no I said wednesdays', { schedule: { on: 'wed', at: '09:00' } }],
    [MONDAYS, 'add praseodymium', { metals: ['gold', 'copper', 'praseodymium'] }],
    [MONDAYS, 'please include tin', { metals: ['gold', 'copper', 'tin'] }],
    [MONDAYS, 'too early, 10:30 please', { schedule: { at: '10:30' } }],
    [MONDAYS, 'drop copper', { metals: ['gold'] }],
    ['send me tin every monday at 9', 'drop tin', { ask: ['metals'], schedule: { on: 'mon', at: '09:00' } }],
    ['mute the tin digest next week', 'until friday', { until: '2026-11-27', cannot: [] }],
    ['could the tin digest go to @otto as well', 'to #ops', { place: '#ops', cannot: [] }],
    [MONDAYS, 'no gold please', { metals: ['copper'] }],
    [EXPORT, 'as xlsx', { format: 'xlsx', metals: ['neodymium'] }],
    [EXPORT, 'not csv, xlsx', { format: 'xlsx' }],
    [EXPORT, 'also dysprosium', { metals: ['neodymium', 'dysprosium'] }],
    [EXPORT, 'no, dysprosium', { metals: ['dysprosium'] }],
    [EXPORT, 'the last 90 days instead', { window: { last: 90, unit: 'day' } }],
    [EXPORT, 'since 2024', { window: { from: '2024-01-01' } }],
    ['delete the terbium digest', 'no, the neodymium one', { target: { metals: ['neodymium'] } }],
    ['delete the terbium digest', 'all of them', { target: { all: true }, confirm: true }],
    [
      'move the terbium digest to fridays',
      'no, the neodymium one',
      { schedule: { on: 'fri' }, target: { metals: ['neodymium'] } },
    ],
    [
      'move the terbium digest to fridays',
      'no, thursdays',
      { schedule: { on: 'thu' }, target: { metals: ['terbium'] } },
    ],
  ])('%s: “%s”', (first, then, becomes) => {
    expect(corrected(first, then)).toMatchObject(becomes);
  });

  test('how long it lasts is said one way, and not both', () => {
    expect(corrected(PAUSE, 'until Friday')).not.toHaveProperty('for');
    expect(corrected('pause my terbium digest until friday', 'for a month rather')).not.toHaveProperty(
      'until',
    );
  });

  test.each([
    [QUOTE, 'what does terbium cost?'],
    [QUOTE, 'terbium price'],
    [QUOTE, 'is that per kg?'],
    [QUOTE, 'pause the terbium digest'],
    [QUOTE, 'as xlsx'],
    [PAUSE, 'resume it'],
    [PAUSE, 'pause the copper digest'],
    [PAUSE, 'no, delete the neodymium one'],
    [EXPORT, 'dysprosium price'],
    ['post terbium every monday at 9', 'two weeks'],
    ['delete the terbium digest', 'post terbium every monday at 9'],
  ])('%s: nothing of it is “%s”', (first, then) => {
    expect(corrected(first, then)).toBeUndefined();
  });
});

describe('decided', () => {
  test.each([
    'yes',
    'Yes!',
    'ok',
    'OK, do it',
    'yes please',
    'go ahead',
    'do it',
    'okay then',
    '👍',
    'yes, thanks',
  ])('“%s” is what its button does', (text) => {
    expect(decisionIn(text, 'digest.create')).toEqual({ does: 'act', isNamed: false });
  });

  test.each(['cancel', 'Cancel that.', 'no', 'no thanks', 'never mind', 'ok, forget it', 'don’t'])(
    '“%s” leaves it',
    (text) => {
      expect(decisionIn(text, 'alert.create')).toEqual({ does: 'cancel' });
    },
  );

  test('what is to be done may be named, and nothing else', () => {
    expect(decisionIn('yes, delete it', 'digest.delete')).toEqual({ does: 'act', isNamed: true });
    expect(decisionIn('store it', 'quote.add')).toEqual({ does: 'act', isNamed: true });
    expect(decisionIn('delete it', 'digest.create')).toBeUndefined();
    expect(decisionIn('yes, cancel it', 'digest.delete')).toBeUndefined();
  });

  test.each([
    'ok, thanks',
    'thanks',
    'great',
    'yes?',
    'no, do it',
    'yes no',
    'do',
    'yes, but on Friday',
    'okay at 10',
    '',
  ])('“%s” decides nothing', (text) => {
    expect(decisionIn(text, 'digest.create')).toBeUndefined();
  });
});
