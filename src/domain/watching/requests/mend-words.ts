/** Slips of the finger in the words that requests turn on: "evry friday", "dysprosum". Ordinary words are left alone. */
import { readWords, smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import { countEdits } from '#src/domain/reading/edits/edits.ts';
import { COMMON_WORDS } from '#src/domain/reading/words/common-words.ts';
import { MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import type { Material } from '#src/domain/series/material.ts';
import { spelledSymbols } from './metals/read-metals.ts';
import { Rest } from './rest.ts';

const KEYS =
  'every monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays daily weekly monthly quarterly fortnightly weekday weekdays workday workdays morning mornings afternoon afternoons evening evenings month months week weeks quarter remind notify alert alerts digest digests pause resume delete cancel remove snooze export above below between price prices tomorrow channel percent subscribe unsubscribe report reports message update reminder instead until please where when whenever'.split(
    ' ',
  );
/** Words that lie a slip away from one of them. */
const THEMSELVES =
  'alter alters very ever never whole sever lever elect month mouth months moths bellow recipe advice deleted removed removes removal pauses paused cause clause resumes resumed exports exported exporter import imports imported reports reported reporter message messages massage updates updated upset notifies reminds reminded reminders prices priced pricey pride prince prize snoozed cancels cancelled digested digit subscribed subscriber subscribers whether there here these while their then than'.split(
    ' ',
  );
/** As they are typed on a phone. */
const SHORT: Readonly<Record<string, string>> = {
  n: 'and',
  wkly: 'weekly',
  wkday: 'weekday',
  wkdays: 'weekdays',
  wkend: 'weekend',
  wkends: 'weekends',
  dly: 'daily',
  frm: 'from',
  wen: 'when',
  whn: 'when',
  abv: 'above',
  blw: 'below',
  rmnd: 'remind',
  hav: 'have',
  hr: 'hour',
  mthly: 'monthly',
  thru: 'through',
  yday: 'yesterday',
  ystdy: 'yesterday',
  px: 'price',
  ox: 'oxide',
  chg: 'change',
  ldn: 'london',
  ova: 'over',
  gimme: 'give me',
  wanna: 'want to',
  gonna: 'going to',
  pc: 'percent',
  tmrw: 'tomorrow',
  tmw: 'tomorrow',
  tomoz: 'tomorrow',
  wk: 'week',
  wks: 'weeks',
  mth: 'month',
  mths: 'months',
  qtr: 'quarter',
  qtrly: 'quarterly',
  pls: 'please',
  plz: 'please',
  wat: 'what',
  til: 'until',
  rmv: 'remove',
  sched: 'schedule',
  lemme: 'let me',
  lmk: 'let me know',
  hmu: 'ping me',
  henceforth: 'from now on',
  arvo: 'afternoon',
  arvos: 'afternoons',
};
const SHORT_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}#@'])(?:${Object.keys(SHORT).join('|')})(?![\\p{L}\\p{N}'])`,
  'gu',
);
/** Of channels and people nothing is mended. */
const NAME_OR_WORD = /[#@][\p{L}\p{N}._-]+|(?<![\p{L}\p{N}])[a-z]{4,20}(?![\p{L}\p{N}])/gu;
const KNOWN: ReadonlySet<string> = new Set([...KEYS, ...THEMSELVES]);
const NUMBER_WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const SHORTEST = 4;
const LONG_NAME = 10;

const DAY = String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)days?`;
const NUMBER = String.raw`\d[\d.,:]*\s?(?:%|percent\b|k\b|am\b|pm\b|h\b|kg\b|t\b)?`;
const TAKEN_BACK = String.raw`\s*[,;–-]?\s*(?:(?:no|oh|er|uh|wait)[,.]?\s+)?(?:sorry|i mean|i meant|rather|make that|correction|scratch that)[,:]?\s+(?:on\s+)?`;
const CORRECTED = [DAY, NUMBER].map((value) => new RegExp(`${value}${TAKEN_BACK}(?=${value})`, 'gu'));

/** "Tuesdays, no sorry, Wednesdays", "5 %, I mean 8 %": of two values the first is taken back. */
const asCorrected = (text: string): string =>
  CORRECTED.reduce((said, pattern) => said.replaceAll(pattern, ''), text);

/** "A 90d low". */
const withDays = (text: string): string =>
  text.replaceAll(/(?<![\p{L}\p{N}])(\d{1,3})d(?![\p{L}\p{N}])/gu, '$1 day');

/** "For two weeks? Ta", "... Ta, Kylie": thanks, and no tantalum. Of a row of names it may be the last. */
const THANKS =
  /(?<=[.?!;]\s)ta(?=(?: (?:very )?(?:much|muchly|mate|everyone|all))?[\s.!]*$|,? \p{L}+[\s.!]*$)|^ta(?=[,!.]\s)/iu;

/** "No more copper emails": what comes of a digest or an alert. */
const MAILS =
  /(?<=\b(?:more|the|these|those|any|all|my|our|your|daily|weekly|monthly|\p{L}{3,}) )e?-?mails\b(?!\s(?:me|us|you|him|her|them|it|the)\b)/gu;

/** "Hi there, ", "Good morning team!", "Alert!": nothing is said by it. */
const GREETING =
  /^(?:alert!+\s+(?=\S)|(?:hi|hello|hey|hiya|morning|good (?:morning|afternoon|evening|day)|greetings|dear)\s+(?:there|all|everyone|everybody|team|folks|guys|again|people|friend|lodestone|bot)\s*[,!.:-]+\s+(?=\S))/iu;

/** A message as it is read: small letters, plain signs and spaces, slips mended, and what was taken back left out. */
export const mendText = (typed: string, materials: readonly Material[]): string =>
  asCorrected(
    withDays(
      mendWords(
        new Rest(
          spelledSymbols(
            typed.replaceAll(/\s+/gu, ' ').trim().replace(GREETING, '').replace(THANKS, 'thanks'),
            materials,
          ),
        ).plain,
        materials,
      ),
    ),
  );

/** "ninety bucks a kilo", "a buck fifty": what money is of is written in digits. */
const WORDS = String.raw`(?:(?:an?\s+)?(?:hundred|thousand)|${NUMBER_WORD})(?:(?:\s+and|)[\s-]+(?:hundred|thousand|${NUMBER_WORD}))*`;
const SPELLED = new RegExp(
  String.raw`(?<![\p{L}\d-])(?<number>${WORDS})(?=\s+(?:bucks?|dollars?|euros?|quid|pounds|yuan|rmb|usd|eur|cny|gbp|percent|per cent|%)(?!\p{L}))`,
  'gu',
);
const BUCK = new RegExp(String.raw`\b(?:a|one)\s+(?:buck|dollar)\s+(?<cents>${NUMBER_WORD})(?!\p{L})`, 'gu');
/** "by a dollar an ounce", "over one euro". */
const ONE_UNIT =
  /(?<=\b(?:by|over|than|under|below|above|least)\s)(?:an?|one)\s+(?<unit>dollars?|bucks?|euros?|yuan|quid)(?!\p{L})/gu;
const GRAND = new RegExp(
  String.raw`\b(?<count>an?|one|\d+(?:\.\d+)?|${NUMBER_WORD})\s+grand(?=\s+(?:per|an?|the)\s|\/|\s*$)`,
  'gu',
);

const spelledMoney = (text: string): string =>
  text
    .replaceAll(BUCK, (_, cents: string) => `${1 + (smallNumberOf(cents) ?? 0) / 100} usd`)
    .replaceAll(ONE_UNIT, '1 $<unit>')
    .replaceAll(GRAND, (_, count: string) => `${1000 * (smallNumberOf(count) ?? (Number(count) || 1))}`)
    .replaceAll(SPELLED, (number: string) => {
      const words = number.split(/[\s-]+/u);
      const read = readWords((at) => words[at] ?? '', 0);
      return read?.next === words.length ? String(read.value) : number;
    });

/** "mon-wed-fri": three days, and no range of two. */
const SHORT_DAYS = '(?:mon|tues?|wed|thu|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?';
const HYPHENED = new RegExp(`(?<![\\p{L}-])${SHORT_DAYS}(?:\\s*-\\s*${SHORT_DAYS}){2,}(?!\\p{L})`, 'gu');

/** The text with such words mended, each by one slip, a long name of a metal by two. */
function mendWords(text: string, materials: readonly Material[]): string {
  const spelt = spelledMoney(text)
    .replaceAll(/(?<=\d)pc\b/gu, ' percent')
    .replaceAll(
      /(?<![\p{L}#@])(?:every|evry|ever|evey|each)(day|week|month|morning|evening|workday|weekday|monday|friday)(?!\p{L})/gu,
      'every $1',
    )
    .replaceAll(/(?<=\d{4}-\d\d-\d\d)t(?=\d\d:\d\d)/gu, ' ')
    .replaceAll(/\b(?:f\.o\.b|c\.i\.f|f\.c\.a)\.?/gu, (terms) => terms.replaceAll('.', ''))
    .replaceAll(MAILS, 'messages')
    .replaceAll(/(?<![\p{L}\p{N}/])(?:w\/|(?<!\d\s)w)(?=\s)/gu, 'with')
    .replaceAll(HYPHENED, (days) => days.replaceAll(/\s*-\s*/gu, ', '))
    .replaceAll(/(?<![\p{L}/])m\s?\/\s?w\s?\/\s?f(?![\p{L}/])/gu, 'mon, wed, fri')
    .replaceAll(/(?<![\p{L}/])tu?\s?\/\s?thu?(?![\p{L}/])/gu, 'tue, thu')
    .replaceAll(SHORT_WORD, (word) => SHORT[word] ?? word);
  const names = materials.flatMap(({ names: all }) => all).filter((name) => /^[a-z]{6,}$/.test(name));
  return spelt.replaceAll(NAME_OR_WORD, (word) => {
    if (/^[#@]/u.test(word)) return word;
    if (word.length < SHORTEST || KNOWN.has(word) || names.includes(word)) return word;
    if (STOP_WORDS.has(word) || MARKET_WORDS.has(word) || COMMON_WORDS.has(word)) return word;
    const near = (wanted: string, slips: number) =>
      wanted[0] === word[0] &&
      Math.abs(wanted.length - word.length) <= slips &&
      countEdits(word, wanted) <= slips;
    return (
      KEYS.find((key) => word !== `${key}s` && near(key, 1)) ??
      names.find((name) => near(name, name.length >= LONG_NAME ? 2 : 1)) ??
      word
    );
  });
}
