/** Whether a mass of oxide is asked about for the metal in it, or a mass of metal for the oxide that it takes. */
import type { Findings } from '#src/domain/reading/findings.ts';
import { isFormula } from '#src/domain/reading/subjects/symbols.ts';

/** One of the two for the sake of the other; `undefined` where neither is. */
type Turned = 'metal of oxide' | 'oxide for metal';

/** Between a mass and what it is of. */
const OF = '(?:of |the |pure |dry |finished |separated |our |this ){0,4}';
const ASKED = '(?:how much|how many|what|which|weight|mass|quantity|amount|kg|kilos|tonnes?|tons?)';

const OXIDE_MASS = new RegExp(`# ${OF}OXIDE|OXIDE (?:is |of )?#`, 'u');
const METAL_MASS = new RegExp(`# ${OF}METAL`, 'u');
const TO_METAL =
  /(?:\b(?:to|into|in|as|gives?|makes?|yields?|equals?)|=|>) (?:kg |kilos |tonnes |grams |lb |pure |how much |many |of |the )*METAL|how (?:much|many) (?:kg |kilos |tonnes |grams |of |pure ){0,4}METAL|METAL (?:content|equivalent|part|value|inside|contained|held)|content|contain|\bholds?\b/u;
const METAL_FROM = new RegExp(
  `(?:${ASKED}|value of|worth of|cost of|price of) (?:grams |kg |kilos |of |the ){0,4}METAL(?: [a-z]{1,20}){0,6} (?:in|inside|from|of|within) (?:the )?(?:#|OXIDE)`,
  'u',
);
const OXIDE_FOR = new RegExp(
  `${ASKED} (?:kg |kilos |tonnes |of |the |raw ){0,5}OXIDE|OXIDE (?:is |are |do i |do we |would ){0,4}(?:need|needed|required|equivalent|equals|corresponds|must|to buy|holds|for|gives)`,
  'u',
);

/** The two of them, by where the mass stands. */
export function turnedOf(findings: Findings): Turned | undefined {
  const { amounts, subjects, has, times } = findings;
  const [amount, ...others] = amounts.amounts;
  if (amount === undefined || others.length > 0 || amounts.money !== null || subjects.product !== null)
    return undefined;
  if (!has('oxide') || has('change') || has('compare') || times.years.length > 1) return undefined;
  const said = sentenceOf(findings, amount);
  if (OXIDE_MASS.test(said))
    return TO_METAL.test(said) || METAL_FROM.test(said) ? 'metal of oxide' : undefined;
  return METAL_MASS.test(said) && OXIDE_FOR.test(said) ? 'oxide for metal' : undefined;
}

/** The words with the mass as "#", and both substances by their kind: "convert # OXIDE to METAL". */
function sentenceOf(
  { reading: { tokens, slots } }: Findings,
  { at, next }: { readonly at: number; readonly next: number },
): string {
  const words = tokens.flatMap(({ word, gap }, i): readonly string[] => {
    const arrow = /[>=\u2192]/u.test(gap) ? ['>'] : [];
    if (i === at) return [...arrow, '#'];
    if (i > at && i < next) return [];
    const isOxide = slots[i] === 'oxide' || /^oxides?$/u.test(word) || isFormula(word);
    if (isOxide) return [...arrow, 'OXIDE'];
    const isNamed = slots[i] === 'metal' || slots[i] === 'symbol';
    return [...arrow, isNamed || word === 'metal' || word === 'metals' ? 'METAL' : word];
  });
  return words
    .join(' ')
    .replaceAll(/(?:METAL ){1,8}OXIDE/gu, 'OXIDE')
    .replaceAll(/(?:METAL ?){2,}/gu, 'METAL ');
}
