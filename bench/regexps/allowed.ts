/** Regular expressions that are not simply safe, or that can't be seen, each with the reason why that does no harm. */

export interface Allowed {
  /** As it is written in the source, with one space where there are several. */
  readonly written: string;
  readonly why: string;
}

/** By more than a text's length, but never exponential, on texts that are short by construction. */
export const ALLOWED: readonly Allowed[] = [
  {
    written: "new RegExp(`(?<!\\\\p{L})(?<money>${MONEY_NAME})(?!\\\\p{L})`, 'iu')",
    why: 'names between edges of words, in which nothing repeats; the judge has no time for that many of them',
  },
  {
    written: "new RegExp(`${UNIT}(?:\\\\s*[:=])?\\\\s*$`, 'iu')",
    why: 'reads the 100 characters before a number (UNIT_ROOM)',
  },
  {
    written: "new RegExp(`${MONEY_NAME}\\\\s?$`, 'iu')",
    why: 'reads the 100 characters before a number (UNIT_ROOM)',
  },
  {
    written: "new RegExp(`^\\\\s?(${UNIT})`, 'iu')",
    why: 'begins where a number ends, in a line of at most 300 characters (LONGEST_LINE); the judge has no time for its many names',
  },
  {
    written: "new RegExp(`^${PER}${MASS_NAME}`, 'iu')",
    why: 'begins where a number ends, in a line of at most 300 characters (LONGEST_LINE); the judge has no time for its many names',
  },
  {
    written: "new RegExp(`^\\\\s?(?<money>${MONEY_NAME})`, 'iu')",
    why: 'one name at the beginning, in a message of at most 600 characters; the judge has no time for its many names',
  },
  {
    written: "new RegExp(`(?<money>${MONEY_NAME})\\\\s?$`, 'iu')",
    why: 'one name at the end, in a message of at most 600 characters; the judge has no time for its many names',
  },
  {
    written: "new RegExp(`(?<!\\\\p{L})(?:per|pro|je)\\\\s+(?:${COUNT})?${MASS_NAME}`, 'iu')",
    why: 'a word and a name, in a line of at most 300 characters (LONGEST_LINE), or a cell; the judge has no time for its many names',
  },
  {
    written: "new RegExp(`^\\\\s*(?:\\\\/|per|an?|the|each)\\\\s*(?<mass>${MASS_NAME})`, 'iu')",
    why: 'a word and a name at the beginning, in a message of at most 600 characters; the judge has no time for its many names',
  },
  {
    written:
      "new RegExp( `(?:\\\\/|(?<!\\\\p{L})(?:per|an?|each))\\\\s*(?<mass>${MASS_NAME})(?![\\\\p{L}\\\\d])`, 'iu', )",
    why: 'a word or a stroke and a name, in a message of at most 600 characters; the judge has no time for its many names',
  },
  {
    written: "new RegExp(`${MONEY_NAME}\\\\s?\\\\d|\\\\d\\\\s?(?:k|[千万亿])?${MONEY_NAME}`, 'iu')",
    why: 'a name and a digit beside it, in a line of at most 300 characters (LONGEST_LINE); the judge has no time for its many names',
  },
  {
    written: "new RegExp(MONEY_NAME, 'giu')",
    why: 'one name or another: the judge has no time for so many',
  },
  {
    written:
      "new RegExp( String.raw`\\b(?:${UP}|${DOWN}|${MOVES})\\s+by\\s+(?:more than |at least |over )?(?=(?:${MONEY_NAME})?\\s?\\d)`, 'u', )",
    why: 'a few words and a name, in a message of at most 600 characters; the judge has no time for its many names',
  },
  {
    written:
      "new RegExp( `(?<![\\\\p{L}\\\\d])${SCALE}${MONEY_NAME}(?:\\\\s+(?:k|'?000s?|thousands?|mn|mln|millions?|lakhs?|lacs?|crores?))?${PER}(?:metric\\\\s+)?${MASS_NAME}|(?:千|百万|万|亿)?(?:美元|人民币|元|欧元)\\\\s*\\\\/\\\\s*${MASS_NAME}`, 'iu', )",
    why: 'a line of at most 300 characters (LONGEST_LINE), or a cell; the judge has no time for its many names',
  },
  {
    written: "new RegExp(form, 'u')",
    why: 'a few words before and behind what is named, in a message of at most 600 characters; the judge has no time for that many of them',
  },
  {
    written:
      "new RegExp( `(?:(?<!\\\\p{L})(?:per|pro|je)\\\\s+|(?<!(?<!\\\\p{L})\\\\p{L})\\\\/\\\\s*)(?:${COUNT})?${MASS_NAME}`, 'iu', )",
    why: 'a word or a stroke and a name, in a line of at most 300 characters (LONGEST_LINE), or a cell; the judge has no time for its many names',
  },
  {
    written:
      "new RegExp( `(?:(?<!\\\\p{L})(?:in|en|em|w|в|are|is|were|sind|ist|sont|est|son|sono|são|są)\\\\s+|[:：]\\\\s*|单位[^\\\\p{L}]{0,3}|[均]?[为為是])${MONEY_NAME}`, 'iu', )",
    why: 'one name or another beside a word, in a table’s line, read in a thread of its own; the judge has no time for its many names',
  },
  {
    written:
      '/(?<!\\p{L})(?:hebdomadaires?|semana(?:l|les|is)|settimanal[ei]|wöchentlich\\p{L}{0,2}|wochen(?:durchschnitt|mittel|preis)\\p{L}{0,4}|tygodniow\\p{L}{1,4}|tý[dž]ď?enn\\p{L}{1,4}|(?:еже|средне)?недельн\\p{L}{1,4}|щотижнев\\p{L}{1,3}|heti|haftalık|mingguan|vecko\\p{L}{3,12}|ugentlig\\p{L}{0,2}|ukentlig\\p{L}{0,2}|viikko\\p{L}{3,12}|wekelijkse?|weekgemiddeld\\p{L}{1,3})(?!\\p{L})|周度?均价|周度|週間|週平均|주간|주평균/iu',
    why: 'one word or another between edges of words, with ends of at most twelve letters; the judge has no time for so many',
  },
  {
    written:
      '/(?<!\\p{L})(?:mensuel(?:le)?s?|mensua(?:l|les)|mensa(?:l|is)|mensil[ei]|monatlich\\p{L}{0,2}|monats(?:durchschnitt|mittel|preis)\\p{L}{0,4}|miesięczn\\p{L}{1,4}|mě?síční\\p{L}{0,3}|(?:еже|средне)месячн\\p{L}{1,4}|щомісячн\\p{L}{1,3}|havi|aylık|bulanan|månads\\p{L}{3,12}|månedlig\\p{L}{0,2}|kuukausi\\p{L}{3,12}|maandelijkse?|maandgemiddeld\\p{L}{1,3})(?!\\p{L})|月度均价|月平均|월평균|월간/iu',
    why: 'one word or another between edges of words, with ends of at most twelve letters; the judge has no time for so many',
  },
  {
    written: "new RegExp(`(?<![\\\\p{L}\\\\d])(?:${latin})(?![\\\\p{L}\\\\d])|${others}`, 'iu')",
    why: 'words of a list, one or another between edges of words, in which nothing repeats; the judge has no time for so many',
  },
  {
    written:
      "new RegExp( `^(?<before>${MONEY_NAME})?\\\\s?(?<low>${NUMBER})(?:${JOIN}(?:${MONEY_NAME}\\\\s?)?(?<high>${NUMBER}))?\\\\s?(?<after>${MONEY_NAME})?(?:${PER}(?<mass>(?:${COUNT})?${MASS_NAME}${CONTAINED}))?(?=$|[\\\\s,;.!?()（）\\\\[\\\\]*，；、。])`, 'iu', )",
    why: 'one name or another beside a word, in a table’s line, read in a thread of its own; the judge has no time for its many names',
  },
  {
    written:
      "new RegExp( `(?<=(?:币种|币别|货币|幣別|通貨|통화|currency|währung|devise|monnaie|moneda|divisa|moeda|valuta|waluta|měna|валюта|para birimi)\\\\s?[:：=]\\\\s?)${MONEY_NAME}`, 'iu', )",
    why: 'one name or another behind a label, in a line of at most 300 characters (LONGEST_LINE), or a cell; the judge has no time for its many names',
  },
];

/** Folders whose patterns read no long text at all: there a polynomial one does no harm, an exponential one would. */
export const SHORT_TEXTS: readonly { readonly folder: string; readonly why: string }[] = [
  {
    folder: 'src/domain/watching/requests/',
    why: 'a message of more than 600 characters is not read (LONGEST)',
  },
  { folder: 'src/packs/', why: 'reads our own files of data/source when packs are made, and nobody else’s' },
  {
    folder: 'src/quotes/tables/',
    why: 'tables are read in a thread of their own, with limits of cells, memory and time: nobody waits for it',
  },
  {
    folder: 'src/domain/reading/times/read-period.ts',
    why: 'reads a cell or a few words, at most 30 characters (LONGEST)',
  },
  {
    folder: 'src/domain/reading/times/written-periods.ts',
    why: 'the same cell or few words: what is longer than 60 characters is no such time (LONGEST)',
  },
  {
    folder: 'src/domain/reading/quotes/read-basis.ts',
    why: 'reads a line of at most 300 characters (LONGEST_LINE), or a cell',
  },
  {
    folder: 'src/domain/reading/quotes/fine-print.ts',
    why: 'reads the name of a product: a cell of a table, or a line of at most 300 characters (LONGEST_LINE)',
  },
  {
    folder: 'src/domain/watching/drafts/answered.ts',
    why: 'an answer of more than 80 characters is none (LONGEST)',
  },
  {
    folder: 'src/domain/reading/quotes/take-unit.ts',
    why: 'reads a line of at most 300 characters (LONGEST_LINE), or a cell',
  },
  {
    folder: 'src/domain/faq/matching/texts.ts',
    why: 'reads the answers of FAQ files, which whoever runs the bot wrote',
  },
  {
    folder: 'src/storage/database/migrations/',
    why: 'reads lines of alerts that an older version stored, once',
  },
];

const OURS = 'an id of ours and a colon: nothing in it repeats';
const NAME = 'a name of the data, all of its signs escaped: nothing in it repeats';
const SOURCE = 'a commodity’s name or words of our own map of the sources, when packs are made';

/** Made where nothing runs at the import of their file. */
export const UNSEEN: readonly Allowed[] = [
  { written: 'new RegExp(`^${CHOOSE_ACTION}:`)', why: OURS },
  { written: 'new RegExp(`^${ALERT_CHOOSE}:`)', why: OURS },
  { written: 'new RegExp(`^${REQUEST_ACTIONS.choose}:`)', why: OURS },
  { written: 'new RegExp(`^${feature}:`)', why: OURS },
  { written: 'new RegExp(`^${actionId}:`)', why: OURS },
  { written: 'new RegExp(`^${ACTIONS.chart}:`)', why: OURS },
  {
    written: "new RegExp(han.toSorted((a, b) => b.length - a.length).join('|'), 'gu')",
    why: 'Chinese names of the data, one or another: nothing in it repeats',
  },
  {
    written: "new RegExp(latin ? `(?<![a-z])${escaped}(?:${OXIDE})?(?![a-z0-9])` : escaped, 'i')",
    why: NAME,
  },
  {
    written:
      "new RegExp( latin ? String.raw`(?<![\\p{L}\\p{N}'@#])${escaped}${oxide}(?:'s|s)?(?![\\p{L}\\p{N}]|-free\\b)` : escaped, 'u', )",
    why: NAME,
  },
  { written: "new RegExp(`: ${name}\\\\b`, 'u')", why: SOURCE },
  { written: "new RegExp(only, 'u')", why: SOURCE },
  { written: "new RegExp(except, 'u')", why: SOURCE },
];
