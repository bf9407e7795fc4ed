/** "Is gold dearer now than a year ago", "silver against January": the newest price held against that of one time before it. */
import type { Line, Part } from '#src/domain/answer.ts';
import { monthsBefore } from '#src/domain/measure/days.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Period } from '#src/domain/measure/period.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import { figureOver } from '#src/domain/series/statistics.ts';
import { differenceOf } from '#src/domain/topics/combined.ts';
import { firmness, makePart, show } from '#src/domain/topics/topic.ts';
import { comparativeWords } from '#src/domain/topics/verdicts/comparative.ts';
import { basisLine, stepLines } from '../price-words.ts';

/** The one time that now is held against; `undefined` where two times are, or none. */
export function heldAgainst({ when, comparative, intent, current, span }: Question): Period | undefined {
  const times = when.filter(({ kind }) => kind !== 'now');
  const [then] = times;
  if (times.length !== 1 || then === undefined || !('period' in then) || span !== null) return undefined;
  const isRelative = then.kind === 'years' && then.relative === true;
  const ofNow = current || (isRelative && comparative?.of === undefined);
  if (comparative === undefined && !(intent === 'compare' && (isRelative || current))) return undefined;
  return ofNow || then.kind === 'months' || then.kind === 'day' ? then.period : undefined;
}

/** `undefined` where there is no price of then, or none after it. */
export function thenAndNow(chosen: Series, question: Question, today: string): Part | undefined {
  const period = heldAgainst(question);
  const newest = chosen.newest(today);
  const days = period !== undefined && period.from !== period.to ? period : period?.from;
  const then = days === undefined ? undefined : figureOver(chosen, days);
  if (newest === undefined || then === undefined || newest.at <= then.figure.at) return undefined;
  const { comparative } = question;
  const against = then.figure;
  // "Was it cheaper in 2020 than now": of then.
  const pair = isOfThen(question) ? ([against, newest] as const) : ([newest, against] as const);
  const change: Line = [{ change: changeOf(against.quantity, newest.quantity), from: [against, newest] }];
  return makePart('price', {
    headline: [
      {
        strong: [
          `${comparativeWords(comparative, ...pair)}${chosen.name}, ${whenOf(newest)}: `,
          show(newest),
          firmness(newest),
          `; ${then.of}: `,
          show(against),
          firmness(against),
        ],
      },
    ],
    body: [
      [`From ${then.of} to ${whenOf(newest)}: `, ...change, ...differenceOf(against, newest), '.'],
      ...(isOfThen(question) ? [] : yearBefore(chosen, question, today, against.at)),
      [basisLine(chosen)],
      ...stepLines(chosen),
    ],
  });
}

const isOfThen = ({ text, when }: Question): boolean => {
  const than = text.toLowerCase().search(/\bthan\b/u);
  const then = when.find(({ kind }) => kind !== 'now');
  return than >= 0 && then !== undefined && then.from < than;
};

/** Where the newest price is months old, "a year ago" may be meant of its own month. */
function yearBefore(chosen: Series, { comparative }: Question, today: string, then: string): readonly Line[] {
  const newest = chosen.newest(today);
  if (newest === undefined || chosen.cadence !== 'month') return [];
  const before = chosen.at(monthsBefore(`${newest.at}-01`, 12));
  if (before === undefined || before.at >= then) return [];
  return [
    [
      `Twelve months before that, ${whenOf(before)}, it was `,
      show(before),
      ': ',
      { change: changeOf(before.quantity, newest.quantity), from: [before, newest] },
      `${agrees(comparative, comparativeWords(comparative, newest, before))}.`,
    ],
  ];
}

const agrees = (comparative: Question['comparative'], word: string): string =>
  comparative === undefined || word === '' ? '' : ` (${word.trim().replace(/\.$/u, '').toLowerCase()})`;
