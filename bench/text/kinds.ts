/** Long texts of many kinds: what people paste, what a keyboard repeats, and what a pattern that backtracks dies of. */

/** Characters of each text: as much as Slack takes in a message. */
export const LENGTH = 40_000;

/** Repeats a piece to a length. */
export const fill = (piece: string, length = LENGTH): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** By a name; each is what is repeated, or made of a length. */
const PIECES: Readonly<Record<string, string | ((length: number) => string)>> = {
  spaces: ' ',
  'spaces in words': (length) => `price${' '.repeat(length)}2024`,
  'line feeds': '\n',
  'lines of a word': 'price\n',
  tabs: 'price\t',
  'hard spaces': '1\u00a0',
  digits: '1',
  'digits and commas': '1,',
  'digits and points': '1.',
  'digits and spaces': '1 ',
  'digits and dashes': '1-',
  years: '2024 ',
  'years and dashes': '2021-2025, ',
  dates: '20 Nov 2026 ',
  'iso dates': '2026-11-20 ',
  clocks: '9:00 am ',
  prices: '$1,500.50/kg ',
  ranges: '553-557k CNY/t ',
  'numbers with units': '250 kg ',
  'numbers of each unit': '3 t 5 lb 2 oz 1.5 kt 7 g ',
  percents: '5 % ',
  factors: '2 x 3 x ',
  fractions: '1/2 ',
  powers: '1e5',
  'chinese numbers': '55万元/吨',
  letters: 'a',
  'capital letters': 'A',
  'letters and digits': 'a1',
  'one word': 'price ',
  'one unknown word': 'blorft ',
  metals: 'neodymium ',
  'metals and commas': 'neodymium, dysprosium, terbium, ',
  oxides: 'NdPr oxide ',
  formulas: 'Nd2O3 ',
  'words of ours':
    'price production share demand supply reserves chart compare since between cost change highest ',
  'misspelt words of ours': 'prcie prodction shre demnd suply resreves chrat comapre ',
  'foreign words': 'bitcoin copper london euro tesla ',
  and: 'and ',
  'and of each': 'price 2024 and production 2023 and ',
  versus: 'vs ',
  whens: 'when ',
  'tell me when': (length) => `tell me ${fill('when ', length)}`,
  'tell me as soon as': (length) => `tell me ${fill('as soon as ', length)}`,
  alerts: 'alert above 140 ',
  changes: 'change 5% week ',
  digests: 'weekly mon 9:00 ',
  'remind me': 'remind me every monday at 9 ',
  questions: 'price in 2024? ',
  sentences: 'What was the price in 2024. It rose. ',
  why: 'why did it rise? ',
  since: 'since 2021 to 2025 before after ',
  'last days': 'last 30 days 12 months ',
  commas: ',',
  semicolons: ';',
  points: '.',
  dashes: '-',
  'long dashes': '–',
  questionmarks: '?',
  'brackets open': '(',
  'brackets nested': (length) => '('.repeat(length / 2) + ')'.repeat(length / 2),
  'square brackets': '[]',
  angles: '<',
  'angles open and close': '<>',
  tokens: '<@U1> ',
  'tokens with labels': '<https://x.test/a|label> ',
  channels: '<#C1|general> ',
  urls: 'https://example.com/a?b=c ',
  addresses: 'buyer@example.com ',
  ampersands: '&amp;',
  'escaped angles': '&lt;&gt;',
  stars: '*',
  'stars around words': '*price* ',
  'struck words': '~price ',
  underscores: '_',
  backticks: '`',
  fences: '```',
  'quote marks': '&gt; ',
  quotes: '"',
  'words in quotes': '"price" ',
  apostrophes: "'",
  contractions: "what's ",
  colons: ':',
  emoji: '😀',
  'emoji names': ':tada: ',
  'joined emoji': '👩‍👩‍👧‍👦',
  flags: '🇨🇳',
  'combining marks': 'e\u0301\u0302\u0303',
  'marks alone': '\u0301',
  'right to left': '\u202e\u05d0\u05d1 ',
  'zero width': 'p\u200br\u200b',
  arabic: 'سعر ',
  'arabic digits': '٢٠٢٤ ',
  chinese: '钕价格',
  'chinese metals': '氧化镨钕',
  japanese: 'ネオジム',
  'wide digits': '２０２４',
  hebrew: 'מחיר ',
  'half characters': '\ud83d',
  'null characters': '\0',
  bullets: '• price 2024\n',
  numbered: (length) => {
    let text = '';
    for (let i = 1; text.length < length; i += 1) text += `${i}. price 2024 `;
    return text.slice(0, length);
  },
  cc: 'cc @planner ',
  share: 'share ',
  signs: '!@#$%^&*()_+{}|:<>?',
  backslashes: '\\',
  html: '<div><b>price</b></div>',
  json: '{"price":[',
  sql: "'; drop table quotes; -- ",
  base64: 'TG9kZXN0b25lIHByaWNlcw==',
  'letters of a random text': (length) => {
    let text = '';
    let seed = 7;
    while (text.length < length) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      text += String.fromCharCode(97 + (seed % 26)) + (seed % 7 === 0 ? ' ' : '');
    }
    return text.slice(0, length);
  },
};

/** Every kind, of a length. */
export const kinds = (length = LENGTH): readonly (readonly [name: string, text: string])[] =>
  Object.entries(PIECES).map(([name, piece]) => [
    name,
    typeof piece === 'string' ? fill(piece, length) : piece(length),
  ]);
