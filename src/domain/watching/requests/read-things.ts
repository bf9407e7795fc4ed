/** Where a request goes and what it shows: places, people, items, formats. */
import { findMaterial, type Material } from '#src/domain/series/material.ts';
import type { AskedSlots, Item } from './request.ts';
import type { Rest } from './rest.ts';

const HERE =
  /(?<!\bfrom )\b(?:(?:in|into|to|for|on|at)\s+)?(?:here|(?:this|the)\s+(?:channel|thread|room|group|conversation|chat))(?!\p{L})/u;
const CHANNEL =
  /(?:\b(?:in|into|to|for|on|from|at)\s+(?:the\s+|our\s+)?(?:channel\s+)?)?(?:<#[a-z0-9]+\|(?<name>[^>]+)>|#(?<name>[\p{L}\p{N}_-]+))(?:\s+channel)?/u;
const PERSON =
  /(?:\b(?:to|for|with|dm)\s+)?(?:<@[a-z0-9]+\|(?<name>[^>]+)>|(?<![\p{L}\p{N}.])@(?<name>(?!\d)[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*))/u;
const ME =
  /(?<!\b(?:excuse|trust|between you and)\s)\bme\b|\bi(?:'m| am| wish| want| would like)(?: to)?(?: be)? (?:notified|informed|told|alerted|warned|hear|know|pinged)\b|\blmk\b|\b(?:in|by|as|via|to)\s+(?:a\s+|my\s+)?(?:dms?|direct messages?|private message|pm)\b|\bprivately\b|\bmyself\b|\bmy dms?\b|(?:^|[\s,:;-])(?:by\s+)?dms?\s*(?:please|pls|thx|thanks)?(?:[.!]?\s*$|[.!]\s)/u;

function takeChannel(rest: Rest): string | undefined {
  const found = rest.take(CHANNEL);
  return found && `#${found.groups?.['name'] ?? ''}`;
}

/** All places that a text names, best first. */
export function takePlaces(rest: Rest): readonly string[] {
  const places: string[] = [];
  for (let one = takeChannel(rest); one !== undefined; one = takeChannel(rest)) places.push(one);
  if (rest.take(HERE) !== undefined) places.push('here');
  return places;
}

const ONE_PLACE = String.raw`(?:here|this channel|<#[a-z0-9]+\|[^>]+>|#[\p{L}\p{N}_-]+|<@[a-z0-9]+\|[^>]+>|@[\p{L}\p{N}_.-]*[\p{L}\p{N}_-]|me)(?![\p{L}\p{N}])`;
const TO = String.raw`(?:\b(?:in|into|to|for|on|at)\s+(?:the\s+)?)?`;
const SEVERAL_PLACES = new RegExp(
  String.raw`${TO}(?<![\p{L}\p{N}])${ONE_PLACE}(?:\s*(?:,\s*(?:and\s+)?|\s(?:and|plus|as well as)\s+|\s?[&+]\s?)(?:also\s+)?${TO}${ONE_PLACE})+`,
  'u',
);
const EACH_PLACE = new RegExp(String.raw`(?<![\p{L}\p{N}|])${ONE_PLACE}`, 'gu');

/** "in #a, #b and to me": places that are named together, each once; none where fewer than two are. */
export function takeSeveralPlaces(rest: Rest): readonly string[] {
  const found = rest.find(SEVERAL_PLACES)?.match[0] ?? '';
  const places = new Set(
    [...found.matchAll(EACH_PLACE)].map(([one]) =>
      one === 'this channel'
        ? 'here'
        : one.replace(/^<(?<sign>[#@])[^|]*\|(?<name>[^>]+)>$/u, '$<sign>$<name>'),
    ),
  );
  // "ping me, @sam is out": a comma alone joins nobody to me.
  const isApart = places.has('me') && !/\band\b|\bplus\b|\bas well as\b|[&+]/u.test(found);
  if (places.size < 2 || isApart) return [];
  rest.take(SEVERAL_PLACES);
  return [...places];
}

export const takePerson = (rest: Rest): string | undefined => {
  const name = rest.take(PERSON)?.groups?.['name'];
  return name === undefined ? undefined : `@${name}`;
};

export const isForMe = (rest: Rest): boolean => ME.test(rest.plain);

/** "Anna's digest": whose an existing one is. "My" and "our" are the person's own. */
const OWNER =
  /(?<![\p{L}@#-])@?(?<name>(?!it|that|this|let|what|who|how|here|there|today|tomorrow|yesterday|(?:morning|afternoon|evening|night|week|month|quarter|year)'|usgs|mon|tues|wednes|thurs|fri|satur|sun|whose|where|when|there's)[\p{L}][\p{L}.-]{1,20})'s?\s+(?=(?:[^\s,;!?#]+(?<!\.)\s+){0,3}?(?:digests?|alerts?|posts?|reports?|subscriptions?|one)\b)/u;
const OWNED_BY: readonly RegExp[] = [
  /\b(?:owned|made|set up|created|belonging) (?:by|to) @?(?<name>\p{L}[\p{L}.-]{1,20})/u,
  /\b(?:digests?|alerts?|posts?|one) (?:of|by|of record for) @(?<name>\p{L}[\p{L}.-]{1,20})/u,
  /\b(?:digests?|alerts?) (?:has|does) (?!i\b|we\b|you\b|he\b|she\b|it\b|they\b|my\b|our\b|the\b|this\b|that\b|a\b|an\b|any\b|anyone\b|there\b|somebody\b|everybody\b|lodestone\b)@?(?<name>\p{L}{3,20})(?: (?:have|own|get|set|run|running|got|using))?/u,
  /\bdoes (?!i\b|we\b|you\b|he\b|she\b|it\b|they\b|the\b|this\b|that\b|a\b|an\b|any\b|anyone\b|lodestone\b)@?(?<name>\p{L}{3,20}) (?:have|own|get|run)\b.{0,12}\b(?:digests?|alerts?)\b/u,
  /\b(?:digest|alert|post)s? (?:of|of record for) (?!here\b|there\b|the\b|my\b|our\b|all\b|this\b|that\b)(?<name>\p{L}{3,20})(?= ?[.?!]?$)/u,
];

export function takeOwner(rest: Rest, materials: readonly Material[]): string | undefined {
  for (const pattern of [OWNER, ...OWNED_BY]) {
    const found = rest.find(pattern);
    const name = found?.match.groups?.['name'];
    if (found === undefined || name === undefined || findMaterial(materials, name) !== undefined) continue;
    rest.blot(found.from, found.to);
    return `@${name}`;
  }
  return undefined;
}

const ITEM_WORDS: readonly (readonly [RegExp, Item])[] = [
  [/\b(?:charts?|graphs?|plots?|pictures?|curve)\b/u, 'chart'],
  [
    /\b(?:(?:price |percent(?:age)? |weekly |daily |monthly )?(?:changes?|moves?(?! (?:it|this|that|them|the|my|our|to|from)\b)|movements?|trend)|how (?:much )?(?:it|they) (?:moved|changed)|what(?:'s| has)? changed)(?!\p{L})/u,
    'change',
  ],
  [/\b(?:sectors?|end[\s-]uses?|demand|who uses it|sector shares?|shares? by sector)\b/u, 'sectors'],
  [
    /\b(?:production|output|mine output|mining output|supply(?!\s+(?:agreement|chain|contract|deal)))\b/u,
    'production',
  ],
  [/\b(?:alerts?)\b/u, 'alerts'],
];
/** Before the first of them the price is meant as well: "dysprosium + chart", not "its production and sectors". */
const BESIDE = /\+|\bwith\b|\bplus\b|\band\b|\bincl(?:uding|\.)?(?!\p{L})/u;
/** "..., chart also". */
const ALSO =
  /\b(?:charts?|graphs?|changes?|moves?|production|sectors?|alerts?|trend)\s+(?:also|too|as well)(?!\p{L})/u;
const PRICE = /\bprices?\b|\bquotes?\b|\bpricing\b/u;
/** "The price change" is no price. */
const PRICE_OF = /\bprice\s+(?:changes?|moves?|movements?|charts?|graphs?|curve|trend|alerts?)\b/gu;
/** "Not the price", "only the change". */
const NO_PRICE =
  /\b(?:not|no|without|instead of|rather than)\s{1,3}(?:the\s{1,3})?prices?\b|\bonly\s{1,3}(?:the\s{1,3})?(?:changes?|charts?|production|sectors?|moves?)\b/u;
const ONLY_PRICE =
  /\b(?:only|just|nothing but)\s+(?:the\s+)?(?:\S+\s+)?prices?\b|\bprices?\s+(?:only|alone)\b/u;
const SAME = String.raw`(?:unchanged|(?:a |the )?same(?! (?:time|day|hour|channel|place))|no (?:change|news|move|movement|delta)s?|nothing (?:new|has changed|changed|has moved|moved|happened|happens|changes|moves)|(?:has|have|is|was|did|do|does)(?:n't|nt| not) (?:really |actually )?(?:chang|mov|budg|differ)\p{L}*|(?:is|stays?|are|was) (?:still|flat)|without (?:a |any )?(?:change|movement|move)s?)`;
/** "don't post it when the price is the same", "keep quiet if it has not moved". */
const QUIET = String.raw`\b(?:don't|dont|do not|doesn't|no need to|never|not|skip|leave (?:it|them|that) out|no (?:posts?|messages?|digests?)|(?:stay|keep|be|remain) (?:quiet|silent)|suppress|omit)\b[^.;#@\d]{0,45}?\b${SAME}(?!\p{L})`;
const ON_CHANGE = String.raw`\b(?:only|just) (?:on )?(?:the )?(?:days?|weeks?|times) (?:with|when|where|that|there(?:'s| is)) [^.;,#@\d]{0,25}?(?:change|moved?|news|movement|new)\p{L}*`;
const UNCHANGED = new RegExp(
  [
    QUIET,
    ON_CHANGE,
    String.raw`\b(?:only|but only|just)?\s*(?:if|when|unless)\s+(?:(?:something|anything|it|the price|prices?|they|there|nothing|figures?|numbers?|the value)(?:'s| is| are| has| have)?\s*)(?:actually |really )?(?:(?:has |have )?(?:changed|changes?|moved|moves|new|news|different)(?:\s+since\s+(?:the\s+)?(?:last|previous)\s+\p{L}+)?|(?:is |was )?(?:a change|any change|news))(?!\p{L}|\s+(?:by\s+|at least\s+|more than\s+|over\s+|up\s+|down\s+)*[$€£¥]?\d)|\b(?:skip|no post|not|nothing|don't post|do not post)\b[^.;]{0,25}\b(?:unchanged|no change|nothing (?:has )?changed|hasn't changed|same)\b|\b(?:skip(?:ping)?|suppress(?:ing)?|omit(?:ting)?|leav(?:e|ing) out|no posts? on|not on)\s+(?:the\s+)?days? (?:with(?:out)? (?:no |any |a )?changes?|that (?:nothing|it) .{0,12}chang\p{L}*)|\bonly (?:on )?changes\b|\bno (?:news|changes?),? no (?:posts?|message|digest)\b|\b(?:skip(?: it)?|no (?:post|message|digest)|nothing|not)\s+(?:if|when|unless)\s+(?:there(?:'s| is)\s+)?(?:nothing (?:new|happened|moved|changes?)|no (?:news|movement|move))(?!\p{L})|\b(?:skip|not) (?:it )?if no (?:delta|change)s?\b|\b(?:skip (?:it )?|not )?(?:when|if) (?:the price|it|nothing|prices?) (?:is|are|has|stays?) (?:the same|unchanged|still)(?: as before)?`,
  ].join('|'),
  'u',
);

/** "no chart", "without the production": said, and not wanted. */
const UNWANTED = new RegExp(
  String.raw`\b(?:no|not|without|minus|except|leave out|skip)\s+(?:(?:the|a|an|any)\s+)?(?:${ITEM_WORDS.map(([pattern]) => pattern.source).join('|')})(?:\s*(?:,|or|and|nor)\s*(?:no\s+)?(?:the\s+)?(?:${ITEM_WORDS.map(([pattern]) => pattern.source).join('|')}))*`,
  'u',
);

/** What is wanted beside the price; "the price" alone says nothing of it. */
export function takeItems(rest: Rest): readonly Item[] {
  rest.take(UNWANTED);
  const only = ONLY_PRICE.test(rest.left);
  const first = Math.min(...ITEM_WORDS.flatMap(([pattern]) => rest.find(pattern)?.from ?? []));
  const more = ITEM_WORDS.flatMap(([pattern, item]) => (rest.take(pattern) === undefined ? [] : [item]));
  if (more.length > 0)
    return [
      ...(!NO_PRICE.test(rest.plain) &&
      (PRICE.test(rest.plain.replaceAll(PRICE_OF, ' ')) ||
        BESIDE.test(rest.plain.slice(0, first)) ||
        ALSO.test(rest.plain))
        ? (['price'] as const)
        : []),
      ...more,
    ];
  return only ? ['price'] : [];
}

export const takeUnchanged = (rest: Rest): boolean => rest.take(UNCHANGED) !== undefined;

const FORMAT =
  /\b(?:(?:as|in|to|into)\s+(?:an?\s+)?(?:the\s+)?)?(?<format>csv|xlsx|xls|excel|json|yaml|tsv|pdf|xml|parquet|google sheets?|spreadsheet)(?:\s+(?:file|format|sheet|export|table))?(?!\p{L})|\b(?:as|in|into|to|need|want|me|us|send) (?:an? )?(?<format>file|download)(?!\p{L})/u;
const FORMATS: Readonly<Record<string, string>> = {
  excel: 'xlsx',
  xls: 'xlsx',
  spreadsheet: '',
  file: '',
  download: '',
};

/** "csv", "xlsx"; empty for a spreadsheet of whatever kind. */
export function takeFormat(rest: Rest): string | undefined {
  let format: string | undefined;
  for (let one = rest.take(FORMAT); one !== undefined; one = rest.take(FORMAT)) {
    const named = one.groups?.['format'] ?? '';
    const plain = FORMATS[named] ?? named;
    if (format === undefined || format === '') format = plain;
  }
  return format;
}

/**
 * Where it goes: several places, one, a person, or who asks.
 * @param text Where it may be said that it is for who asks.
 */
export function takeWhere(rest: Rest, text: Rest): Pick<AskedSlots, 'place'> {
  const several = takeSeveralPlaces(rest);
  if (several.length > 0) return { place: several };
  // A second channel apart from the first is of something else that is said: it is left to be told.
  const channel = takeChannel(rest);
  const isHere = rest.take(HERE) !== undefined;
  const named = channel ?? (isHere ? 'here' : undefined);
  const person = takePerson(rest);
  const found = named ?? person ?? (isForMe(text) ? 'me' : undefined);
  return found === undefined ? {} : { place: found };
}
