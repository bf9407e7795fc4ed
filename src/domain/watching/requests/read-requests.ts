/** What a message asks to be set up, listed, changed, stored or handed out. Sets up nothing. */
import { smallNumberOf } from '#src/domain/measure/number-words.ts';
import { scanNumbers } from '#src/domain/measure/number-scan.ts';
import {
  readForm,
  takePlace as takeCountry,
  takePurity,
  takeTerms,
  takeVat,
} from '#src/domain/reading/quotes/read-basis.ts';
import { readMassUnit, readMoneyUnit } from '#src/domain/measure/units.ts';
import { takePrice } from '#src/domain/reading/quotes/read-price.ts';
import { dayOf } from '#src/domain/measure/period.ts';
import { readWhen } from '#src/domain/measure/when.ts';
import { amountFrom } from './read-amount.ts';
import { takeRest, takeSpan, takeUntil, weekdayKey } from './future-days.ts';
import { CONDITION, CORRECTION } from './intent-words.ts';
import { likeliestIntent, type Look } from './intent-score.ts';
import { clauseOf, intentOf, type Clause } from './intents.ts';
import { mendWords } from './mend-words.ts';
import { missingOf } from './missing.ts';
import { readChange } from './read-change.ts';
import { REQUEST_WORDS } from './request-words.ts';
import { takeRule } from './read-rule.ts';
import { takeSchedule } from './read-schedule.ts';
import { takeTarget } from './read-target.ts';
import {
  isForMe,
  takeFormat,
  takeItems,
  takeMetals,
  takeOwner,
  takePerson,
  takePlaces,
  takeUnchanged,
  unknownMetal,
} from './read-things.ts';
import { takeWindow } from './read-window.ts';
import type { AskedQuote, AskedRequest, AskedSlots, Intent, RequestContext } from './request.ts';
import { Rest } from './rest.ts';
import { secondSchedules, splitClauses } from './split-clauses.ts';

/** Nobody asks for a digest in more than a few sentences. */
const LONGEST = 600;

/** The requests of a message, in its order; none where it asks for nothing of the kind. Never throws. */
export function readRequests(text: string, context: RequestContext): readonly AskedRequest[] {
  if (text.length > LONGEST || !MAY_ASK.test(text)) return [];
  const { plain: typed } = new Rest(text.replaceAll(/\s+/gu, ' ').trim());
  const plain = mendWords(typed, context.materials);
  let metals: readonly string[] | undefined;
  return merged(joined(plain, { ...context, typed: text })).map((request): AskedRequest => {
    const carries =
      CARRIED.has(request.intent) && request.metals === undefined && !request.cannot.includes('metals');
    const full: AskedRequest =
      carries && metals !== undefined
        ? { ...request, metals, ask: request.ask.filter((slot) => slot !== 'metals') }
        : request;
    metals = full.metals ?? full.add?.metals ?? full.target?.metals ?? metals;
    return full;
  });
}

/** A text without any of these asks for nothing of the kind: most questions are told by one look. */
const MAY_ASK =
  /every|each|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tues?|wed|thu|fri|sat|sun)\b|month|week|daily|weekly|monthly|quarterly|fortnight|hourly|days?\b|morning|weekend|cron|\* \*|remind|inform|notif|alert|warn|alarm|digest|subscri|newsletter|report|update|summary|post|send|ping|\bdm\b|\bmsg|messag|mail|poke|nudge|buzz|lmk|let me know|tell|shout|keep|watch|pause|mute|hold|freeze|halt|silen|quiet|trash|scrap|erase|wipe|throw|clear|kill|get rid|enable|restart|reactivate|wake|scheduled|book|register|enter|pull|extract|dump|tsv|pdf|parquet|offer|\bi meant|trigger|notice|snooze|resume|stop|delete|remove|cancel|unsub|drop|change|move|make|switch|set|shift|add|save|store|record|\blog\b|note|quote|export|download|csv|xlsx|excel|spreadsheet|file|json|instead|rather|\bno\b|\bnot\b|tomorrow|when|\bif\b|once|->|=>/iu;

/** "It" is a metal that the same message names before. */
const CARRIED: ReadonlySet<Intent> = new Set(['digest.create', 'alert.create', 'export']);

/**
 * Sentences of one request: "Terbium below 850 USD/kg. Inform #lenders." What a later one of the same intent states and names
 * nothing of its own fills in what the one before left out.
 */
function merged(requests: readonly AskedRequest[]): readonly AskedRequest[] {
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
    kept[kept.length - 1] = { ...slots, ask: missingOf(slots.intent, slots, slots.cannot, false) };
  }
  return kept;
}

/** Whether a request says nothing that the one before it says otherwise. */
function isMore(last: AskedRequest, next: AskedRequest): boolean {
  if (last.intent.endsWith('.create') || last.intent === 'quote.add') {
    const [one, other] = [last.rule?.low ?? last.rule?.percent, next.rule?.low ?? next.rule?.percent];
    const twice = one !== undefined && other !== undefined;
    const days = last.schedule?.every !== undefined && next.schedule?.every !== undefined;
    return next.metals === undefined && !twice && !days && !next.cannot.includes('metals');
  }
  return (
    next.target === undefined ||
    next.target.this === true ||
    last.target === undefined ||
    last.target.this === true
  );
}

/** Clauses that ask for nothing alone belong to their neighbour, unless they are a question. */
function joined(text: string, context: TypedContext): readonly AskedRequest[] {
  const clauses = splitClauses(text);
  const requests: AskedRequest[] = [];
  let start: number | undefined;
  for (const [from, to] of clauses) {
    const clause = text.slice(from, to);
    const both = start === undefined ? twoSchedules(clause, context) : undefined;
    if (both !== undefined) {
      requests.push(...both);
      continue;
    }
    const read =
      readClause(text.slice(start ?? from, to), context) ??
      (start === undefined ? undefined : readClause(clause, context));
    if (read !== undefined) requests.push(read);
    start = read !== undefined || clause.endsWith('?') ? undefined : (start ?? from);
  }
  // What is left at the end says more of the request before it: "..., and post it in #x".
  if (start === undefined || requests.length !== 1) return requests;
  const whole = readClause(text, context);
  return whole === undefined ? requests : [whole];
}

/** Two schedules in a clause, each with its own metals. */
function twoSchedules(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  for (const [at, next] of secondSchedules(clause)) {
    const both = [clause.slice(0, at), clause.slice(next)].flatMap((part) => readClause(part, context) ?? []);
    if (
      both.length === 2 &&
      both.every(
        ({ intent, metals, schedule }) =>
          intent === 'digest.create' && metals !== undefined && schedule !== undefined,
      )
    )
      return both;
  }
  return undefined;
}

/** @param text A clause, in small letters */
export function lookAt(typed: string, context: RequestContext): Look {
  const text = mendWords(new Rest(typed).plain, context.materials);
  const clause = clauseOf(withoutNames(text));
  const seen = new Rest(text);
  const places = takePlaces(seen.marking('place'));
  const metals = takeMetals(seen.marking('metal'), context.materials);
  const bare = new Rest(seen.left);
  const ruled = takeRule(new Rest(seen.left));
  const fullPrice = takePrice(seen.left) !== undefined;
  const price = fullPrice || amountFrom(seen)?.currency !== undefined;
  const when = takeSchedule(seen.marking('when'), context.today, context.zone);
  takeSchedule(bare, context.today, context.zone);
  const signs = {
    often: when.often,
    once: when.once,
    rule: ruled !== undefined,
    amount:
      ruled?.rule.low !== undefined || ruled?.rule.percent !== undefined || ruled?.rule.amount !== undefined,
    clock: when.clock || when.schedule?.zone !== undefined,
    place: places.length > 0,
    metals: metals.length > 0,
    price,
    fullPrice,
    span: takeSpan(new Rest(text)) !== undefined || takeUntil(new Rest(text), context.today) !== undefined,
    format: takeFormat(new Rest(text)) !== undefined,
    foreign: foreignIn(bare, context),
  };
  takeRule(seen.marking('rule'));
  takeOwner(seen.marking('person'), context.materials);
  takePerson(seen);
  return { clause, signs, outline: seen.outline(), told: intentOf(clause, signs) };
}

function readClause(text: string, context: TypedContext): AskedRequest | undefined {
  const intent = likeliestIntent(lookAt(text, context));
  return intent && requestOf(intent, { ...clauseOf(text), text }, context);
}

/** The names of channels say nothing of what is wanted. */
const withoutNames = (text: string) =>
  text.replaceAll(/#[\p{L}\p{N}_-]+/gu, (name) => `#${'x'.repeat(name.length - 1)}`);

/** How many words are none that requests are made of. */
function foreignIn(rest: Rest, context: RequestContext): number {
  takeRule(rest);
  takeOwner(rest, context.materials);
  takePerson(rest);
  return (rest.left.match(/(?<![\p{L}\p{N}'#@/-])\p{L}[\p{L}'-]+/gu) ?? []).filter((word) => !isOurs(word))
    .length;
}

const isOurs = (word: string) => {
  const plain = word.replace(/'(?:s|ve|re|d|ll|m)?$/u, '');
  return (
    smallNumberOf(plain) !== undefined ||
    weekdayKey(plain) !== undefined ||
    readMoneyUnit(plain) !== undefined ||
    readMassUnit(plain) !== undefined ||
    REQUEST_WORDS.has(plain) ||
    REQUEST_WORDS.has(plain.replaceAll("'", '')) ||
    plain.split('-').every((part) => REQUEST_WORDS.has(part))
  );
};

interface Slots {
  readonly slots: AskedSlots;
  readonly cannot?: readonly string[];
  /** Said, and to be asked for all the same. */
  readonly unclear?: readonly string[];
  /** A number of it has two readings. */
  readonly unsure?: boolean;
}

function requestOf(intent: Intent, clause: Clause, context: TypedContext): AskedRequest {
  const { slots, cannot = [], unclear = [], unsure = false } = READERS[intent](clause, context, intent);
  const ask = missingOf(intent, slots, cannot, unsure);
  return {
    intent,
    ...slots,
    ask: [...ask, ...unclear],
    cannot,
    ...(mustConfirm(intent, slots, clause) ? { confirm: true as const } : {}),
  };
}

/** Deleting, or stopping for good, all there are; touching another person's. */
function mustConfirm(intent: Intent, { target }: AskedSlots, { text }: Clause): boolean {
  if (target === undefined || intent.endsWith('.list')) return false;
  if (target.owner !== undefined) return true;
  const forGood = intent.endsWith('.delete') || /\bfor good\b|\bforever\b|\bpermanently\b/u.test(text);
  return forGood && target.all === true;
}

type Reader = (clause: Clause, context: TypedContext, intent: Intent) => Slots;

interface TypedContext extends RequestContext {
  /** The message as it was typed. */
  readonly typed: string;
}

const place = (rest: Rest, text: Rest): Pick<AskedSlots, 'place'> => {
  const [named] = takePlaces(rest);
  const person = takePerson(rest);
  const found = named ?? person ?? (isForMe(text) ? 'me' : undefined);
  return found === undefined ? {} : { place: found };
};

const createDigest: Reader = ({ text }, context) => {
  const rest = new Rest(text);
  const where = place(rest, rest);
  const skipUnchanged = takeUnchanged(rest);
  const metals = takeMetals(rest, context.materials);
  const when = takeSchedule(rest, context.today, context.zone);
  const items = takeItems(rest);
  const unknown = metals.length === 0 ? unknownMetal(rest, isEveryday) : undefined;
  return {
    slots: {
      ...(when.schedule === undefined ? {} : { schedule: when.schedule }),
      ...where,
      ...(metals.length === 0 ? {} : { metals }),
      ...(items.length === 0 ? {} : { items }),
      ...(skipUnchanged ? { skipUnchanged: true as const } : {}),
    },
    cannot: [...when.cannot, ...(unknown === undefined ? [] : ['metals'])],
    unclear: when.unclear,
  };
};

const createAlert: Reader = ({ text }, context) => {
  const rest = new Rest(text);
  const where = place(rest, rest);
  const until = takeUntil(rest, context.today);
  const metals = takeMetals(rest, context.materials);
  const ruled = takeRule(rest) ?? bareRule(rest);
  const rule = until === undefined ? ruled?.rule : { ...ruled?.rule, until };
  const unknown = metals.length === 0 ? unknownMetal(rest, isEveryday) : undefined;
  return {
    slots: { ...where, ...(metals.length === 0 ? {} : { metals }), ...(rule === undefined ? {} : { rule }) },
    cannot: unknown === undefined ? [] : ['metals'],
    unsure: ruled?.unclear === true,
  };
};

/** "an alert for terbium, 1600 USD/kg": how far is said, and not which way. */
function bareRule(rest: Rest): ReturnType<typeof takeRule> {
  const amount = amountFrom(rest);
  if (amount?.low === undefined) return undefined;
  const { low, high = low, currency, mass, unclear } = amount;
  rest.blot(amount.from, amount.to);
  return {
    rule: {
      low,
      high,
      ...(currency === undefined ? {} : { currency }),
      ...(mass === undefined ? {} : { mass }),
    },
    ...(unclear === undefined ? {} : { unclear }),
  };
}

const manage: Reader = ({ text, head }, context, intent) => {
  const rest = new Rest(head);
  const timed = intent.endsWith('.pause') || intent.endsWith('.snooze');
  const until = timed ? takeUntil(rest, context.today) : undefined;
  const span = timed ? takeRest(rest) : undefined;
  const forMe = intent === 'digest.send' && isForMe(new Rest(text));
  if (intent === 'digest.send') rest.take(/\b(?:now|right now|today's)\b/u);
  const target = takeTarget(rest, context);
  const listed = intent.endsWith('.list');
  const { all, this: one, ...narrow } = target ?? {};
  const kept = listed ? (Object.keys(narrow).length === 0 ? undefined : narrow) : target;
  void all;
  void one;
  return {
    slots: {
      ...(kept === undefined ? {} : { target: kept }),
      ...(span === undefined ? {} : { for: span }),
      ...(until === undefined ? {} : { until }),
      ...(forMe ? { place: 'me' } : {}),
    },
  };
};

const edit: Reader = ({ head, topic }, context, intent) => ({
  slots: readChange(
    (topic?.[1] ?? head).replace(CORRECTION, ''),
    topic?.[0],
    intent === 'alert.edit',
    context,
  ),
});

/** "CIF Hamburg", "ex works Baotou". */
const TERMS_PLACE =
  /\b(?:cif|cfr|fob|f\.o\.b\.|fca|exw|ex[\s-]works?|ddp|dap|delivered|in warehouse)\s+(?!today|yesterday|incl|excl|ex\b|vat|price|prices|only|basis|from|of|on|the|dated|please|now|this|last|mon|tue|wed|thu|fri|sat|sun|china\b|europe\b|japan\b)(?<place>\p{L}{2,}(?:\s(?!today|yesterday|incl|excl|vat|dated|please|on\b|from\b|this\b|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|purity|price|at\b|and\b|keep|it\b|save|log)\p{L}{3,})?)/u;

/** A name in the capitals in which it was typed. */
function asTyped(name: string, typed: string): string {
  const at = typed.toLowerCase().indexOf(name);
  return at < 0 ? name : typed.slice(at, at + name.length);
}

const addQuote: Reader = ({ text }, context) => {
  const rest = new Rest(text);
  const metals = takeMetals(rest, context.materials);
  const line = rest.left.replaceAll('\uE000', ' ');
  const vat = takeVat(line);
  const purity = takePurity(vat.rest);
  const terms = takeTerms(purity.rest);
  const price = takePrice(terms.rest);
  const amount = price?.ok === true ? price.readings[0] : undefined;
  const loose = amount === undefined ? amountFrom(new Rest(terms.rest)) : undefined;
  const country = takeCountry(terms.rest);
  const named = TERMS_PLACE.exec(text)?.groups?.['place'];
  const where = named === undefined ? country.value : asTyped(named, context.typed);
  const form = readForm(text);
  const day = readWhen(
    text.replaceAll(/\b(?:from|since|of|as of|dated)\b/gu, (word) => ','.padEnd(word.length)),
    context.today,
  ).find(({ kind }) => kind === 'day' || kind === 'now');
  const isToday = /\btoday\b|\bthis (?:morning|afternoon|evening)\b|\bjust (?:now|off)\b/u.test(text);
  const date =
    day?.kind === 'day' ? day.period.from : isToday ? context.today : shortDate(text, context.today);
  const quote: AskedQuote = {
    ...(amount === undefined
      ? rangeOf(loose)
      : { ...amount.range, currency: amount.currency, mass: amount.mass }),
    ...(form === undefined ? {} : { form }),
    ...(purity.value === undefined ? {} : { purity: `${Number(purity.value.replace(' %', ''))} %` }),
    ...(terms.value === undefined || terms.value === 'unstated' ? {} : { terms: terms.value }),
    ...(where === undefined ? {} : { place: where }),
    ...(vat.value === 'included' || vat.value === 'excluded' ? { vat: vat.value } : {}),
    ...(date === undefined ? {} : { date }),
  };
  return {
    slots: {
      ...(metals.length === 0 ? {} : { metals }),
      ...(Object.keys(quote).length === 0 ? {} : { quote }),
    },
  };
};

/** "20.11.": the last such day. */
function shortDate(text: string, today: string): string | undefined {
  const [, day, month] = /(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(?!\d)/u.exec(text) ?? [];
  const year = Number(today.slice(0, 4));
  const dates = [year, year - 1].flatMap((one) => dayOf(one, Number(month), Number(day))?.from ?? []);
  return dates.find((date) => date <= today);
}

const rangeOf = (amount: ReturnType<typeof amountFrom>): AskedQuote =>
  amount?.low === undefined
    ? {}
    : {
        low: amount.low,
        high: amount.high ?? amount.low,
        ...(amount.currency === undefined ? {} : { currency: amount.currency }),
        ...(amount.mass === undefined ? {} : { mass: amount.mass }),
      };

const exported: Reader = ({ text }, context) => {
  const rest = new Rest(text);
  const where = place(rest, rest);
  const format = takeFormat(rest);
  const what = /\balerts?\b/u.test(rest.left)
    ? 'alerts'
    : /\b(?:digests?|subscriptions?)\b/u.test(rest.left)
      ? 'digests'
      : undefined;
  const metals = takeMetals(rest, context.materials);
  const window = what === undefined ? takeWindow(rest, context.today) : undefined;
  return {
    slots: {
      ...where,
      ...(metals.length === 0 ? {} : { metals }),
      ...(what === undefined ? {} : { what }),
      ...(window === undefined ? {} : { window }),
      ...(format === undefined || format === '' ? {} : { format }),
    },
  };
};

const READERS: Readonly<Record<Intent, Reader>> = {
  'digest.create': createDigest,
  'digest.list': manage,
  'digest.pause': manage,
  'digest.resume': manage,
  'digest.delete': manage,
  'digest.edit': edit,
  'digest.send': manage,
  'alert.create': createAlert,
  'alert.list': manage,
  'alert.snooze': manage,
  'alert.resume': manage,
  'alert.delete': manage,
  'alert.edit': edit,
  'quote.add': addQuote,
  export: exported,
};

/** Words that stand in a metal's place and are no metal's name. */
const EVERYDAY = new Set(
  'the price prices it its this that they them there these those a an any all every each my our your his her their one ones something anything nothing everything market oxide metal daily weekly monthly quarterly morning usual latest current new old last next first second digest report update updates alert alerts message summary post quote quotes chart charts same other another spot live fresh short quick little regular only just also here me us you we i figures numbers data sources source usgs someone anyone people china chinese change changes news and or to for of in on at with by from about more less high low out up down now today tomorrow please thanks what which when where who how is are was has have get gets goes there stuff things details overview rundown link file list full whole complete week month quarter year day days note reminder ping'.split(
    ' ',
  ),
);
const isEveryday = (word: string) =>
  EVERYDAY.has(word) || scanNumbers(word).length > 0 || CONDITION.test(word);
