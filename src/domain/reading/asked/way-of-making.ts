/** "How is neodymium mined": a way of doing it is asked about, and no figure. */
import type { Findings } from '#src/domain/reading/findings.ts';

const HOW =
  /^(?:(?:and|so|ok|but|please|hey|hi)\s+)*how (?:is|are|was|were|do|does|did|can|could) (?:(?!much|many|fast|big|large|far)\w+ ){1,4}(?:mine|mined|make|made|produce|produced|extract|extracted|refine|refined|process|processed|manufacture|manufactured|separate|separated|recover|recovered|obtain|obtained)\b/u;
const MEASURED =
  /\b(?:in|by|per|since|from|until) (?:19|20)\d\d\b|\b(?:tonnes?|tons?|kg|change|changed|compare|compared)\b/u;

/** Of a metal that is named. */
export const asksHowMade = ({ words, times, amounts, subjects }: Findings): boolean => {
  const text = words.join(' ');
  return (
    subjects.metals.length > 0 &&
    subjects.product === null &&
    times.years.length === 0 &&
    amounts.amount === null &&
    HOW.test(text) &&
    !MEASURED.test(text)
  );
};
