/** A request with what was chosen in its card. */
import { missingOf } from '#src/domain/watching/requests/missing.ts';
import type { AskedRequest, AskedSlots } from '#src/domain/watching/requests/request.ts';
import { scheduleOfOption } from './draft-schedule.ts';
import type { Slot } from './draft.ts';

/** @param value Of an option, a time or a date; what is none changes nothing. */
export function withSlot(request: AskedRequest, slot: Slot, value: string): AskedRequest {
  const filled = FILL[slot]?.(request, value);
  if (filled === undefined) return request;
  const cannot = request.cannot.filter((one) => one !== slot && !one.startsWith(`${slot}.`));
  const { intent } = request;
  const { ask: _, ...slots } = { ...request, ...filled };
  return { ...slots, ask: missingOf(intent, slots, cannot, false), cannot };
}

type Fill = (request: AskedRequest, value: string) => AskedSlots | undefined;

const FILL: Readonly<Partial<Record<Slot, Fill>>> = {
  metals: (_, value) => ({ metals: [value] }),
  // What can't be kept goes with the choice of what can.
  schedule: ({ schedule: { at, zone } = {} }, value) => {
    const days = scheduleOfOption(value);
    return (
      days && {
        schedule: {
          ...days,
          ...(at === undefined ? {} : { at: oneOf(at) }),
          ...(zone === undefined ? {} : { zone }),
        },
      }
    );
  },
  'schedule.at': ({ schedule }, value) =>
    /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? { schedule: { ...schedule, at: value } } : undefined,
};

const oneOf = (at: string | readonly string[]): string => (typeof at === 'string' ? at : (at[0] ?? '09:00'));
