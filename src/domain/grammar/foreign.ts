/**
 * Finds a subject that we have no data on. A lexicon knows the usual ones (copper, bitcoin, Tesla, Germany); the
 * sentence's build finds the rest: in "price of X", "X price", "how much is an X", an X that is none of our words.
 */
import { MARKET_WORDS, STOP_WORDS } from './plain-words.ts';
import { rawText, wordAt, type Reading } from './reading.ts';
import type { Subjects } from './subjects.ts';
import type { Hit } from './vocabulary.ts';

export interface ForeignContext {
  readonly reading: Reading;
  readonly hits: readonly Hit[];
  readonly subjects: Subjects;
  /** A figure is asked for: a metric, an amount, a comparison. */
  readonly figures: boolean;
  /** A metric whose figure belongs to whoever produces or uses: output, demand, shares, reserves. */
  readonly owned: boolean;
  readonly reason: boolean;
  readonly comparing: boolean;
  readonly hasAmount: boolean;
}

/** What a word can be in the sentence. */
type Role = 'ours' | 'metric' | 'thing' | 'company' | 'place' | 'sense' | 'use' | 'unknown' | 'plain' | 'end';

interface Found {
  readonly from: number;
  readonly to: number;
}

const NOUNS: ReadonlySet<Role> = new Set(['thing', 'company', 'use', 'unknown']);
const DETERMINERS = new Set(
  'a an the my your his her their this that these those some any one our all total'.split(' '),
);
/** Words that may stand between a subject and its metric: "apple average price 2024". */
const OWNERS = new Set(['our', 'my', 'your', 'their', 'company']);
const LINKS = new Set(['of', 'for', 'on', 'by', 'in', 'from', 'at', 'to']);
const SHORT_LINKS = new Set(['of', 'for']);
const AUXILIARIES = new Set('is are was were does do did has have had will would can could'.split(' '));
const LEXICON: ReadonlyMap<string, Role> = new Map([
  ['thing', 'thing'],
  ['company', 'company'],
  ['place-name', 'place'],
  ['sense', 'sense'],
  ['use', 'use'],
]);

/** The foreign subject as typed, or null. */
export function findForeign(context: ForeignContext): string | null {
  const roles = rolesOf(context);
  const found = foreignSpan(context, roles);
  if (found === undefined) return null;
  const text = rawText(context.reading, found.from, found.to).trim().slice(0, 60);
  return text === '' ? null : text;
}

function rolesOf({ reading, hits, subjects }: ForeignContext): readonly Role[] {
  const roles = reading.tokens.map((token, at): Role => {
    const slot = reading.slots[at];
    if (slot === 'metal' || slot === 'product' || slot === 'sector' || slot === 'country') return 'ours';
    if (slot !== undefined || token.value !== undefined) return 'plain';
    const known = STOP_WORDS.has(token.word) || MARKET_WORDS.has(token.word) || token.word.length < 2;
    return known || !/^\p{L}/u.test(token.word) ? 'plain' : 'unknown';
  });
  for (const { from, to } of subjects.ours) for (let at = from; at < to; at += 1) roles[at] = 'ours';
  for (const hit of hits) {
    const role =
      hit.kind === 'metric' || hit.kind === 'weak' || hit.kind === 'loose' ? 'metric' : LEXICON.get(hit.kind);
    const other = hit.kind === 'other' || hit.kind === 'reason';
    if (role === undefined && !other) continue;
    for (let at = hit.from; at < hit.to; at += 1) {
      if (roles[at] === 'ours') continue;
      if (role === 'metric') roles[at] = 'metric';
      else if (other) roles[at] = 'plain';
      else if (roles[at] !== 'metric' && role !== undefined) roles[at] = role;
    }
  }
  return roles;
}

function foreignSpan(context: ForeignContext, roles: readonly Role[]): Found | undefined {
  const { subjects, reason, comparing, figures, owned } = context;
  const named = subjects.ours.length > 0;
  const sense = spanOf(roles, 'sense');
  if (sense !== undefined && !(named && reason)) return widen(context, roles, sense);
  if (reason && named) return undefined;
  const heads = figures ? findHeads(context, roles) : { foreign: undefined, ours: false };
  const actor = owned && !reason ? (spanOf(roles, 'company') ?? actorOf(context, roles)) : undefined;
  if (actor !== undefined) return actor;
  const place = figures && !reason ? spanOf(roles, 'place') : undefined;
  if (place !== undefined) return place;
  const magnet = subjects.product?.from;
  const other = spanOf(roles, 'thing');
  // "ferrite magnet price": magnets, but not ours.
  if (other !== undefined && other.to === magnet && subjects.metals.length === 0) return other;
  const compound = named || reason ? undefined : (sectorHead(context) ?? sectorCompound(context, roles));
  if (compound !== undefined) return compound;
  const thing = spanOf(roles, 'thing') ?? spanOf(roles, 'company');
  if (named) {
    if (thing !== undefined && comparing) return thing;
    return heads.ours
      ? undefined
      : heads.foreign !== undefined && isLexical(roles, heads.foreign)
        ? heads.foreign
        : undefined;
  }
  if (heads.foreign !== undefined && !(reason && !isLexical(roles, heads.foreign))) return heads.foreign;
  if (thing !== undefined && !reason) return thing;
  return undefined;
}

function isLexical(roles: readonly Role[], { from, to }: Found): boolean {
  return roles.slice(from, to).some((role) => role === 'thing' || role === 'company');
}

function spanOf(roles: readonly Role[], wanted: Role): Found | undefined {
  const from = roles.indexOf(wanted);
  if (from < 0) return undefined;
  let to = from + 1;
  while (roles[to] === wanted) to += 1;
  return { from, to };
}

/** "apple stock price", not "stock price": with the nouns before it. */
function widen({ reading }: ForeignContext, roles: readonly Role[], { from, to }: Found): Found {
  const belongs = (at: number) =>
    NOUNS.has(roles[at] ?? 'end') || roles[at] === 'ours' || OWNERS.has(wordAt(reading, at));
  let start = from;
  while (start > 0 && belongs(start - 1) && joined(reading, start)) start -= 1;
  return { from: start, to };
}

/** Nothing but a space, a dash or an apostrophe stands before this token. */
function joined(reading: Reading, at: number): boolean {
  return !/[,.;:!?()]/u.test(reading.tokens[at]?.gap ?? '');
}

/** Whose figure is asked for, metric by metric: ours, or something else's. */
function findHeads(
  context: ForeignContext,
  roles: readonly Role[],
): { readonly foreign: Found | undefined; readonly ours: boolean } {
  const { reading, hits, subjects } = context;
  let foreign: Found | undefined;
  let ours = false;
  const see = (found: Found | 'ours' | undefined) => {
    if (found === 'ours') ours = true;
    else if (found !== undefined) foreign ??= found;
  };
  const metrics = hits.filter((hit) => hit.kind === 'metric' || hit.kind === 'weak' || hit.kind === 'loose');
  for (const metric of metrics) {
    see(headBefore(reading, roles, metric.from));
    see(headAfter(reading, roles, metric, subjects.ours.length > 0));
    if (metric.id === 'price' && wordAt(reading, metric.from) === 'how')
      see(howMuch(reading, roles, metric.to));
    const owner = wordAt(reading, metric.from - 1);
    const ofOwn = OWNERS.has(owner) && owner !== 'your' && metric.kind === 'metric';
    if (ofOwn && !context.hasAmount) see({ from: metric.from - 1, to: metric.to });
  }
  for (let at = 0; at < reading.tokens.length - 1; at += 1) {
    // "how many wind turbines were built".
    if (wordAt(reading, at) === 'how' && wordAt(reading, at + 1) === 'many')
      see(howMuch(reading, roles, at + 2));
  }
  const amount = reading.slots.indexOf('amount');
  if (amount >= 0) see(ofAmount(reading, roles, reading.slots.lastIndexOf('amount') + 1));
  return { foreign, ours };
}

/** "apple price", "apple average price", "Toyota's 2024 production". */
function headBefore(reading: Reading, roles: readonly Role[], metricAt: number): Found | 'ours' | undefined {
  let at = metricAt - 1;
  while (at >= 0 && isLink(reading, roles, at)) at -= 1;
  if (roles[at] === 'ours') return 'ours';
  if (!NOUNS.has(roles[at] ?? 'end') || !joined(reading, at + 1)) return undefined;
  let from = at;
  while (from > 0 && NOUNS.has(roles[from - 1] ?? 'end') && joined(reading, from)) from -= 1;
  return { from, to: at + 1 };
}

/** A year, an adjective of the trade, or another metric between a subject and its metric; a stop word ends the search. */
function isLink(reading: Reading, roles: readonly Role[], at: number): boolean {
  if (!joined(reading, at + 1)) return false;
  const word = wordAt(reading, at);
  if (roles[at] === 'metric') return true;
  return roles[at] === 'plain' && !STOP_WORDS.has(word) && !AUXILIARIES.has(word);
}

/** "price of eggs", "production of electric cars", "output by Lynas", and the compound "production database". */
function headAfter(
  reading: Reading,
  roles: readonly Role[],
  metric: Hit,
  named: boolean,
): Found | 'ours' | undefined {
  const link = wordAt(reading, metric.to);
  if (!joined(reading, metric.to)) return undefined;
  if (!LINKS.has(link)) {
    const compound = metric.kind === 'metric' && metric.id !== 'price' && !named;
    return compound && roles[metric.to] === 'unknown'
      ? nounsFrom(reading, roles, metric.to, metric.from)
      : undefined;
  }
  let at = metric.to + 1;
  while (at < roles.length && (DETERMINERS.has(wordAt(reading, at)) || isAdjective(reading, roles, at)))
    at += 1;
  if (roles[at] === 'ours') return SHORT_LINKS.has(link) ? 'ours' : undefined;
  if (!NOUNS.has(roles[at] ?? 'end')) return undefined;
  // "price in general", "output to come": only what is produced or used has a place or an actor that is a plain noun.
  const far = !SHORT_LINKS.has(link) && roles[at] === 'unknown';
  if (far && (metric.id === 'price' || link === 'to' || named)) return undefined;
  return nounsFrom(reading, roles, at, at);
}

function isAdjective(reading: Reading, roles: readonly Role[], at: number): boolean {
  return roles[at] === 'plain' && MARKET_WORDS.has(wordAt(reading, at));
}

function nounsFrom(reading: Reading, roles: readonly Role[], at: number, from: number): Found {
  let to = at + 1;
  while (NOUNS.has(roles[to] ?? 'end') && joined(reading, to)) to += 1;
  return { from, to };
}

/** "how much is an iPhone", "how much for a Tesla". */
function howMuch(reading: Reading, roles: readonly Role[], after: number): Found | 'ours' | undefined {
  let at = after;
  const word = () => wordAt(reading, at);
  while (
    at < roles.length &&
    (AUXILIARIES.has(word()) || DETERMINERS.has(word()) || word() === 'for' || word() === 'of')
  )
    at += 1;
  if (roles[at] === 'ours') return 'ours';
  return NOUNS.has(roles[at] ?? 'end') ? nounsFrom(reading, roles, at, at) : undefined;
}

/** "250 kg of copper", "2 t copper", but not "2 t please". */
function ofAmount(reading: Reading, roles: readonly Role[], after: number): Found | 'ours' | undefined {
  const of = wordAt(reading, after) === 'of';
  let at = of ? after + 1 : after;
  while (at < roles.length && (DETERMINERS.has(wordAt(reading, at)) || isAdjective(reading, roles, at)))
    at += 1;
  if (roles[at] === 'ours') return 'ours';
  const isNoun = of ? NOUNS.has(roles[at] ?? 'end') : roles[at] === 'thing';
  return isNoun ? nounsFrom(reading, roles, at, at) : undefined;
}

/** "how much neodymium does an EV use", "how much neodymium is in a phone", "mined by Acme". */
function actorOf({ reading }: ForeignContext, roles: readonly Role[]): Found | undefined {
  for (let at = 0; at < roles.length - 1; at += 1) {
    const word = wordAt(reading, at);
    const subject = word === 'does' || word === 'do' || word === 'did';
    const inside =
      (word === 'in' || word === 'into' || word === 'by' || word === 'per') && roles[at - 1] !== 'plain';
    if (!subject && !inside && !(word === 'in' && AUXILIARIES.has(wordAt(reading, at - 1)))) continue;
    let next = at + 1;
    while (DETERMINERS.has(wordAt(reading, next)) || isAdjective(reading, roles, next)) next += 1;
    if (NOUNS.has(roles[next] ?? 'end')) return nounsFrom(reading, roles, next, next);
  }
  return undefined;
}

/** "electronics prices", "renewable energy production": the sector's own, not the metal's. */
function sectorHead({ reading, hits }: ForeignContext): Found | undefined {
  const owned = (hit: Hit) =>
    hit.kind === 'metric' &&
    (hit.id === 'price' || hit.id === 'production' || hit.id === 'reserves') &&
    !wordAt(reading, hit.from).startsWith('tonnage');
  for (const sector of hits) {
    if (sector.kind !== 'sector') continue;
    const before = hits.some((hit) => owned(hit) && hit.from === sector.to && joined(reading, hit.from));
    const of = wordAt(reading, sector.from - 1) === 'of';
    const after = hits.some((hit) => owned(hit) && of && hit.to === sector.from - 1);
    if (before || after) return { from: sector.from, to: sector.to };
  }
  return undefined;
}

/** "electronics store", "military parade": a sector's word before a noun that we don't know. */
function sectorCompound({ reading, hits }: ForeignContext, roles: readonly Role[]): Found | undefined {
  if (hits.some((hit) => hit.id === 'share' || hit.id === 'demand')) return undefined;
  for (let at = 0; at < roles.length - 1; at += 1) {
    if (reading.slots[at] === 'sector' && roles[at + 1] === 'unknown' && joined(reading, at + 1)) {
      return nounsFrom(reading, roles, at + 1, at);
    }
  }
  return undefined;
}
