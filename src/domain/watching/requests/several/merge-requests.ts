/** Several sentences that are one request. */
import { missingAfter, missingOf } from '../missing.ts';
import type { AskedRequest, AskedSchedule } from '../request.ts';

/**
 * Sentences of one request: "Terbium below 850 USD/kg. Inform #lenders." What a later one of the same intent states and names
 * nothing of its own fills in what the one before left out.
 */
export function merged(requests: readonly AskedRequest[]): readonly AskedRequest[] {
  const kept: AskedRequest[] = [];
  for (const request of requests) {
    const last = kept.at(-1);
    if (last === undefined || last.intent !== request.intent || !isMore(last, request)) {
      kept.push(request);
      continue;
    }
    const { rule: rules, schedule: schedules, ...rest } = { ...request, ...last };
    const rule = { ...request.rule, ...last.rule };
    const schedule = { ...request.schedule, ...last.schedule };
    const slots = {
      ...rest,
      ...(rules === undefined ? {} : { rule }),
      ...(schedules === undefined ? {} : { schedule }),
      ...(last.place === 'me' && request.place !== undefined ? { place: request.place } : {}),
    };
    const cannot = [...new Set([...last.cannot, ...request.cannot])];
    const ask = [...missingAfter(last, slots, cannot), ...[last, request].flatMap((one) => unclearIn(one))];
    kept[kept.length - 1] = { ...slots, cannot, ask: [...new Set(ask)] };
  }
  return kept;
}

/** What is stated and has two readings: no other sentence makes it clear. */
function unclearIn(request: AskedRequest): readonly string[] {
  const missing = missingOf(request.intent, request, request.cannot, false);
  return request.ask.filter((slot) => !missing.includes(slot));
}

/** "Monthly? The last day of the month would do.": how often once more, with its day. */
const isSamePace = (one: AskedSchedule, other: AskedSchedule): boolean =>
  one.every === other.every &&
  one.on === undefined &&
  (one.at === undefined || other.at === undefined) &&
  (one.interval ?? other.interval) === one.interval;

/** Whether a request says nothing that the one before it says otherwise. */
function isMore(last: AskedRequest, next: AskedRequest): boolean {
  if (last.intent.endsWith('.create') || last.intent === 'quote.add') {
    const [one, other] = [last.rule?.low ?? last.rule?.percent, next.rule?.low ?? next.rule?.percent];
    const twice = one !== undefined && other !== undefined;
    const days =
      last.schedule?.every !== undefined &&
      next.schedule?.every !== undefined &&
      !isSamePace(last.schedule, next.schedule);
    return next.metals === undefined && !twice && !days && !next.cannot.includes('metals');
  }
  return (
    next.target === undefined ||
    next.target.this === true ||
    last.target === undefined ||
    last.target.this === true
  );
}
