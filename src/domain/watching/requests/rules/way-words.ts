/** The words for which way a price goes, and for how far sources lie apart. */
import type { AskedRule } from '../request.ts';

export const UP = String.raw`(?:rises?|rising|pops?|adds?|advances?|climbs?|jumps?|gains?|surges?|soars?|spikes?|increases?|goes up|go up|moves? up|up|rall(?:y|ies)|higher|upwards?|grows?)`;
export const DOWN = String.raw`(?:drops?|dropping|falls?|falling|dips?|sinks?|slips?|slides?|declines?|decreases?|loses?|lose|reduces?|sheds?|weakens?|softens?|crashes|plunges?|goes down|go down|moves? down|down|lower|downwards?|tumbles?)`;
export const MOVES = String.raw`(?:moves?|moving|changes?|swings?|shifts?|fluctuates?|varies)`;

export const APART =
  /\b(?:(?:sources?|usgs|report|figures|quotes|prices|they|two)\b.{0,60}?\b(?:disagree|differ|diverge|(?:move |drift |are |get |come |go )?(?:more than .{1,12} )?apart|part ways)|disagree(?:ment)?s?|spread between|gap between|apart)(?!\p{L})/u;

/** What is said of a rule; its number may be read in two ways. */
export type RuleSaid = AskedRule & { readonly unclear?: true | undefined };

/** "heads up", "hit me up": no way that a price goes. */
const NO_WAY = String.raw`(?<!\b(?:heads|me|us|set|sign|wake|speak|follow|shut|put)[\s-])`;
export const GOES_UP = new RegExp(
  String.raw`\b${NO_WAY}(?:${UP}|risen|climbed|gained|jumped|gone up|increased|surged|rallied|grown)(?!\p{L})`,
  'u',
);
export const GOES_DOWN = new RegExp(
  String.raw`\b(?:${DOWN}|fallen|dropped|declined|lost|slipped|slid|sunk|gone down|decreased|tumbled)(?!\p{L})`,
  'u',
);
