/** What an edit says that is new: metals, items, days, place, rule. */
import { weekdayOn } from '#src/domain/measure/days.ts';
import { takeMetals } from '../metals/read-metals.ts';
import { takeItems, takePerson, takePlaces, takeSeveralPlaces, takeUnchanged } from '../read-things.ts';
import { takeRule } from '../rules/read-rule.ts';
import { amountFrom, levelOf, takeUnit } from '../rules/read-amount.ts';
import { takeRest } from '../times/read-bounds.ts';
import { takeSchedule } from '../times/read-schedule.ts';
import type { AskedSchedule, AskedSlots, RequestContext } from '../request.ts';
import { Rest } from '../rest.ts';

/** What is to be done is nothing that is to be in it: "move it", and no "change" beside the price. */
export const VERB_FIRST =
  /^\s*(?:change|move)(?=\s+(?:the|my|our|it|that|this|an?|to)(?!\p{L})|\s*\uE000|\s\s)/u;

/** Metals and items that a text names. */
export function thingsOf(text: string, context: RequestContext): AskedSlots['add'] | undefined {
  const rest = new Rest(text);
  const metals = takeMetals(rest, context.materials);
  const items = takeItems(rest).filter((item) => item !== 'price' || /\bprices?\b/u.test(text));
  if (metals.length === 0 && items.length === 0) return undefined;
  return { ...(metals.length === 0 ? {} : { metals }), ...(items.length === 0 ? {} : { items }) };
}

/** "Can it also come to @maria": a second place, and one that there is has one. */
export const ALSO_THERE =
  /\b(?:also|additionally|as well as)\s(?!.*\b(?:add|include)\b)(?:\S+\s+){0,6}?(?:to|in|into)\s|\b(?:to|in|into)\s+(?:me|here|#\S+|@\S+|<[#@]\S+)\s+(?:too|also|as well)(?!\p{L})/u;

/** What is to be from now on. @param alert Whether it is said of an alert. */
export function newSlots(rest: Rest, alert: boolean, context: RequestContext): AskedSlots {
  const several = takeSeveralPlaces(rest);
  const place =
    (several.length > 0 ? several : takePlaces(rest)[0]) ??
    takePerson(rest) ??
    (/\b(?:to|into) me\b|\bmy dms?\b/u.test(rest.left) ? 'me' : undefined);
  if (alert) {
    const metals = takeMetals(rest, context.materials);
    const repeat = repeatOf(rest);
    const said = bareChange(ruleIn(rest), rest) ?? levelOf(amountFrom(rest));
    const unit = said === undefined ? takeUnit(rest) : {};
    const ruled =
      said === undefined && repeat === undefined && Object.keys(unit).length === 0
        ? undefined
        : { ...repeat, ...unit, ...said };
    return {
      ...(place === undefined ? {} : { place }),
      ...(metals.length === 0 ? {} : { metals }),
      ...(ruled === undefined ? {} : { rule: ruled }),
    };
  }
  rest.take(VERB_FIRST);
  const metals = takeMetals(rest, context.materials);
  const { schedule, implied } = takeSchedule(rest, context.today, context.zone);
  const skipUnchanged = takeUnchanged(rest);
  const items = takeItems(rest);
  return {
    ...(place === undefined ? {} : { place }),
    ...(skipUnchanged ? { skipUnchanged: true as const } : {}),
    ...(schedule === undefined ? {} : { schedule: plainly(schedule, implied) }),
    ...(metals.length === 0 ? {} : { metals }),
    ...(items.length === 0 ? {} : { items }),
  };
}

/** "over a 60-day window", "a month": another time alone; else the rule that is said. */
function ruleIn(rest: Rest): AskedSlots['rule'] {
  const ahead = new Rest(rest.left);
  const rule = takeRule(ahead)?.rule;
  const days =
    rule?.percent === undefined && rule?.amount === undefined && rule?.currency === undefined
      ? takeRest(rest)
      : undefined;
  if (days !== undefined && 'days' in days && !/\b(?:high|low|max|min)/u.test(rest.plain))
    return { days: days.days };
  return takeRule(rest)?.rule;
}

/** "Tuesdays" says the day, and leaves how often as it was; "on Friday" is no single day here. */
function plainly({ once, every, ...schedule }: AskedSchedule, implied: boolean): AskedSchedule {
  const day = once === undefined ? {} : { on: weekdayOn(once) };
  return { ...(implied || every === undefined ? {} : { every }), ...day, ...schedule };
}

/** "4 % would be better" says how much, and leaves of what kind as it was. */
function bareChange(rule: AskedSlots['rule'], { plain }: Rest): AskedSlots['rule'] {
  if (rule?.kind !== 'change' || /\b(?:mov|chang|swing|ris|fall|drop|up|down|gain|los)/u.test(plain))
    return rule;
  const { kind, ...rest } = rule;
  return kind === 'change' ? rest : rule;
}

function repeatOf({ plain }: Rest): AskedSlots['rule'] {
  if (/(?<!\b(?:not|than) )\b(?:every|each) time\b/u.test(plain)) return { repeat: 'each' };
  return /\bonce\b|\bone time\b/u.test(plain) ? { repeat: 'once' } : undefined;
}
