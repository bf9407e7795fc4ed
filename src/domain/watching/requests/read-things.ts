/** What a request is about and where it goes: metals, places, people, items, formats. */
import { findMaterial, type Material } from '#src/domain/series/material.ts';
import type { Item } from './request.ts';
import { WRITTEN } from '#src/domain/reading/subjects/names.ts';
import type { Found, Rest } from './rest.ts';

const OXIDE = '(?:2o3|6o11|4o7|o2)';
const ALL_METALS =
  /\b(?:all|every|each of the|any) (?:of the |the |our )?(?:metals?|rare earths?|materials?|elements?|prices)\b|\bevery metal\b|\b(?:prices?|quotes?) (?:of|for) (?:everything|all(?: of them)?)\b|\bthe whole list\b/u;

/** Names in a text, the longest first, so that "NdPr" is not "Nd"; short ones are whole words. */
export function takeMetals(rest: Rest, materials: readonly Material[]): readonly string[] {
  const found: { readonly id: string; readonly at: number }[] = [];
  const everyday = new Set(materials.flatMap(({ words = [] }) => words.map((word) => word.toLowerCase())));
  const names = materials.flatMap(({ names: all }) => all).toSorted((a, b) => b.length - a.length);
  for (const name of names) {
    if (!rest.left.includes(name) || WRITTEN.has(name)) continue;
    const pattern = namePattern(name);
    for (const one of rest.all(pattern)) {
      if ((everyday.has(name) && !isSpokenOf(rest.left, one)) || isVerb(name, rest.left, one)) continue;
      rest.blot(one.from, one.to);
      const id = findMaterial(materials, name)?.id;
      if (id !== undefined) found.push({ id, at: one.from });
    }
  }
  if (rest.take(ALL_METALS) !== undefined && found.length === 0) return ['all'];
  return [...new Set(found.toSorted((a, b) => a.at - b.at).map(({ id }) => id))];
}

/** Before or behind it a name that is an everyday word too is the commodity's: "lead price", "when tin drops". */
const SPOKEN_OF =
  /(?:\b(?:of|for|if|when|whenever|once|as soon as|the|and|or|with|without|me|us|on|about|add|include|remove|drop|take|put|swap|replace|watch|monitor|track|follow|post|send|share|show|give|get|have|need|want|like|love|see|receive|know|export|download|extract|dump|pull|log|store|save|record|note|note down|quote|keep|just|only|my|our|all|that|daily|weekly|biweekly|fortnightly|monthly|quarterly|morning|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\d|[,:;+&/>=(-]|[\uE000-\uE005]|^)\s*$/u;
const SPOKEN_ON =
  /^\s*(?:$|[,.:;+&/<>?!()\d=-]|[\uE000-\uE005]|(?:prices?|quotes?|alerts?|alarms?|digests?|posts?|reports?|updates?|charts?|oxide|metal|above|below|over|under|drops?|falls?|rises?|goes|gets|hits|moves?|is|has|leaves|enters|reaches|passes|crosses|exceeds|changes?|climbs?|dips?|doubles|halves|every|each|daily|weekly|monthly|weekdays|workdays|mornings|and|or|at|to|in|into|on|as|for|from|with|out|off|until|when|if|once|then|again|instead|tomorrow|today|last|since|between|by|here|too|also|please|pls)(?!\p{L}))/u;
/** What is ours stands right behind it: nothing before it makes it another word. */
const OURS_BEHIND = /^\s+(?:prices?|quotes?|alerts?|alarms?|digests?)(?!\p{L})/u;
/** "scrap the 7:45 one": what stands first and has an object is a verb. */
const AS_VERB = /^\s+(?:the|my|our|that|this|those|these|all|every|it|them|digests?|alerts?)(?!\p{L})/u;
const OTHER_THING =
  /^[\s-]+(?:time|times|engineer|out|can|cans|foil|by|lake|standard|lining|paint|acid|plated)(?!\p{L})/u;

const isVerb = (name: string, text: string, { from, to }: Found): boolean =>
  /^(?:scrap|lead)$/u.test(name) &&
  /(?:^|[.!?;,]\s*|\b(?:and|please|pls|just)\s+)$/u.test(text.slice(0, from)) &&
  AS_VERB.test(text.slice(to));

const isSpokenOf = (text: string, { from, to }: Found): boolean => {
  const behind = text.slice(to);
  if (OTHER_THING.test(behind)) return false;
  if (OURS_BEHIND.test(behind)) return true;
  return SPOKEN_OF.test(text.slice(Math.max(0, from - 14), from)) && SPOKEN_ON.test(behind);
};

function namePattern(name: string): RegExp {
  const escaped = name
    .replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
    .replaceAll(/[-\s]/gu, String.raw`[\s-]?`);
  const latin = /^[\x20-\x7e]*$/.test(name);
  // Of yttrium's "y" only the formula is a name.
  const oxide = /^[a-z]$/.test(name) ? `(?:${OXIDE})` : `(?:${OXIDE})?`;
  return new RegExp(
    latin ? String.raw`(?<![\p{L}\p{N}'@#])${escaped}${oxide}(?:'s|s)?(?![\p{L}\p{N}]|-free\b)` : escaped,
    'u',
  );
}

const HERE =
  /(?<!\bfrom )\b(?:(?:in|into|to|for|on|at)\s+)?(?:here|(?:this|the)\s+(?:channel|thread|room|group|conversation|chat))(?!\p{L})/u;
const CHANNEL =
  /(?:\b(?:in|into|to|for|on|from|at)\s+(?:the\s+|our\s+)?(?:channel\s+)?)?(?:<#[a-z0-9]+\|(?<name>[^>]+)>|#(?<name>[\p{L}\p{N}_-]+))(?:\s+channel)?/u;
const PERSON =
  /(?:\b(?:to|for|with|dm)\s+)?(?:<@[a-z0-9]+\|(?<name>[^>]+)>|(?<![\p{L}\p{N}.])@(?<name>(?!\d)[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*))/u;
const ME =
  /(?<!\b(?:excuse|trust|between you and)\s)\bme\b|\bi(?:'m| am| wish| want| would like)(?: to)?(?: be)? (?:notified|informed|told|alerted|warned|hear|know|pinged)\b|\blmk\b|\b(?:in|by|as|via|to)\s+(?:a\s+|my\s+)?(?:dms?|direct messages?|private message|pm)\b|\bprivately\b|\bmyself\b|\bmy dms?\b|(?:^|[\s,:;-])(?:by\s+)?dms?\s*(?:please|pls|thx|thanks)?[.!]?\s*$/u;

/** All places that a text names, best first. */
export function takePlaces(rest: Rest): readonly string[] {
  const places: string[] = [];
  for (let one = rest.take(CHANNEL); one !== undefined; one = rest.take(CHANNEL))
    places.push(`#${one.groups?.['name'] ?? ''}`);
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
  /(?<![\p{L}@#-])@?(?<name>(?!it|that|this|let|what|who|how|here|there|today|tomorrow|yesterday|usgs|mon|tues|wednes|thurs|fri|satur|sun|whose|where|when|there's)[\p{L}][\p{L}.-]{1,20})'s?\s+(?=(?:[^\s,;!?#]+(?<!\.)\s+){0,3}?(?:digests?|alerts?|posts?|reports?|subscriptions?|one)\b)/u;
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
    /\b(?:(?:price |percent(?:age)? |weekly |daily |monthly )?(?:changes?|moves?|movements?|trend)|how (?:much )?(?:it|they) (?:moved|changed)|what(?:'s| has)? changed)(?!\p{L})/u,
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
const PRICE = /\bprices?\b|\bquotes?\b|\bpricing\b/u;
/** "The price change" is no price. */
const PRICE_OF = /\bprice\s+(?:changes?|moves?|movements?|charts?|graphs?|curve|trend|alerts?)\b/gu;
const ONLY_PRICE =
  /\b(?:only|just|nothing but)\s+(?:the\s+)?(?:\S+\s+)?prices?\b|\bprices?\s+(?:only|alone)\b/u;
const UNCHANGED =
  /\b(?:only|but only|just)?\s*(?:if|when|unless)\s+(?:(?:something|anything|it|the price|prices?|they|there|nothing|figures?|numbers?|the value)(?:'s| is| are| has| have)?\s*)(?:actually |really )?(?:(?:has |have )?(?:changed|changes?|moved|moves|new|news|different)(?:\s+since\s+(?:the\s+)?(?:last|previous)\s+\p{L}+)?|(?:is |was )?(?:a change|any change|news))(?!\p{L})|\b(?:skip|no post|not|nothing|don't post|do not post)\b[^.;]{0,25}\b(?:unchanged|no change|nothing (?:has )?changed|hasn't changed|same)\b|\b(?:skip(?:ping)?|suppress(?:ing)?|omit(?:ting)?|leav(?:e|ing) out|no posts? on|not on)\s+(?:the\s+)?days? (?:with(?:out)? (?:no |any |a )?changes?|that (?:nothing|it) .{0,12}chang\p{L}*)|\bonly (?:on )?changes\b|\bno (?:news|changes?),? no (?:posts?|message|digest)\b|\b(?:skip(?: it)?|no (?:post|message|digest)|nothing|not)\s+(?:if|when|unless)\s+(?:there(?:'s| is)\s+)?(?:nothing (?:new|happened|moved|changes?)|no (?:news|movement|move))(?!\p{L})|\b(?:skip|not) (?:it )?if no (?:delta|change)s?\b|\b(?:skip (?:it )?|not )?(?:when|if) (?:the price|it|nothing|prices?) (?:is|are|has|stays?) (?:the same|unchanged|still)(?: as before)?/u;

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
      ...(PRICE.test(rest.plain.replaceAll(PRICE_OF, ' ')) || BESIDE.test(rest.plain.slice(0, first))
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

/** The words in a metal's place: "price of unobtainium", "if unobtainium goes". */
const IN_PLACE: readonly RegExp[] = [
  /\b(?:if|when|whenever|once|as soon as|in case)\s+(?:the\s+)?(?:price\s+(?:of|for)\s+)?(?<name>\p{L}[\p{L}-]{2,})(?:'s)?\s+(?:oxide\s+|metal\s+|price\s+|prices\s+|ever\s+)*(?=\p{L}|[<>\uE000-\uE005])/u,
  /\b(?:prices?|digest|report|alert|update|quotes?)\s+(?:of|for|on|about)\s+(?:the\s+)?(?<name>\p{L}[\p{L}-]{2,})/u,
  /\b(?<name>\p{L}[\p{L}-]{2,})\s+(?:oxide\s+|metal\s+)?(?:prices?|digest|alert|quotes?|round-?up|report|update|summary)\b/u,
  /^(?:[\uE000-\uE005\s,:;+-])*(?<name>\p{L}[\p{L}-]{3,})(?=(?:\s+(?:please|pls|oxide|metal))?[\s,:;+-]*(?:$|[\uE000-\uE005]))/u,
  /^(?<name>\p{L}[\p{L}-]{3,})\s+(?:up|down|above|below|over|under|beyond)\b/u,
  /\b(?:send|post|give|drop|get|show|ping)\s+(?:me|us)?\s*(?:the\s+)?(?<name>\p{L}[\p{L}-]{2,})(?=\s*(?:[\uE000-\uE005]|$|to\b|in\b))/u,
];

/** A name that stands where a metal's would, and is none that is known. @param isWord Whether a word is an everyday one. */
export function unknownMetal(rest: Rest, isWord: (word: string) => boolean): string | undefined {
  for (const pattern of IN_PLACE) {
    const name = pattern.exec(rest.left)?.groups?.['name'];
    if (name !== undefined && !isWord(name)) return name;
  }
  return undefined;
}
