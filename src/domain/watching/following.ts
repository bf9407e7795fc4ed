/** What is said below an alert's message, in its thread: that it is over, that it is still so, that its price was corrected. */
import type { Line } from '#src/domain/answer.ts';
import { isBack, isPast } from './judge.ts';
import { ruleInWords } from './rule-words.ts';
import { looksBack } from './rule.ts';
import { priceOfWatched, type Watched } from './watched.ts';

/**
 * What is true now, and no figure that may have been taken back.
 * @param current What the alert looks at now; `undefined` where there is no such price any more.
 * @param nameOf The name of a metal or material by its id.
 * @returns `undefined` where it is not so any more
 */
export function followingInWords(
  what: 'over' | 'still' | 'corrected',
  current: Watched | undefined,
  nameOf: (id: string) => string,
): Line | undefined {
  if (what === 'corrected') {
    const now: Line =
      current === undefined
        ? ['There is no such price any more now.']
        : [
            'Now: ',
            ...priceOfWatched(current),
            isPast(current.rule, current.reading) ? '. That is past it too.' : '. That is not past it.',
          ];
    return [
      { strong: ['Corrected'] },
      ': the price that this alert came for was corrected or taken back. ',
      ...now,
      ' The alert is armed again.',
    ];
  }
  if (current === undefined) return undefined;
  const { rule, reading } = current;
  const price: Line = [
    nameOf(rule.of.material),
    'when' in rule || looksBack(rule) ? ' is at ' : ': ',
    ...priceOfWatched(current),
  ];
  if (what === 'still')
    return isPast(rule, reading)
      ? [{ strong: ['Still so'] }, ': ', ...price, '. The alert was for ', ...ruleInWords(rule), '.']
      : undefined;
  return isBack(rule, reading)
    ? [
        { strong: ['Over'] },
        ': ',
        ...price,
        '. The alert, for ',
        ...ruleInWords(rule),
        rule.repeat === 'once' ? ', is done.' : ', is armed again.',
      ]
    : undefined;
}
