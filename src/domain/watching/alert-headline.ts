/** The first line of an alert that has fired: what is past the rule, and by how much. */
import type { Line } from '#src/domain/answer.ts';
import { dayInWords } from '#src/domain/measure/days.ts';
import type { Quantity } from '#src/domain/measure/figure.ts';
import { quantityOf } from '#src/domain/series/quote.ts';
import { nameOfQuote } from '#src/domain/series/quotes/quoted-series.ts';
import { whenOf } from '#src/domain/series/series.ts';
import { basisOf, firmness } from '#src/domain/topics/topic.ts';
import { ruleInWords } from './rule-words.ts';
import { isOnQuotes, type Rule } from './rule.ts';
import {
  changeOfWatched,
  percentInWords,
  priceOfWatched,
  showAgainst,
  sinceInWords,
  type Watched,
} from './watched.ts';

/** @param isNow Whether it is so still. */
export function headlineOf(watched: Watched, isNow: boolean): Line {
  const { rule } = watched;
  const verb = isNow ? 'is' : 'was';
  if ('apart' in rule)
    return [
      {
        strong: [
          `${nameOf(watched)}: its sources ${isNow ? 'are' : 'were'} ${percentInWords(watched.reading.apart)} apart`,
        ],
      },
      ': ',
      ...priceOfWatched(watched),
    ];
  if ('edition' in rule)
    return [
      { strong: [`${rule.edition.publisher} has a new edition`] },
      `: ${nameOf(watched)}, `,
      ...priceOfWatched(watched),
    ];
  const change = changeOfWatched(watched);
  if (change !== undefined) {
    const [now, before] = [whole(watched), wholeBefore(watched)];
    return [
      {
        strong: [
          `${nameOf(watched)} ${verb} ${change.midpoint > 0 ? 'up' : 'down'} since ${sinceInWords(watched)}: `,
          { change, given: true },
        ],
      },
      isNow ? ', now ' : ', to ',
      { quantity: now, given: true },
      ` (${dayOf(watched)}), from `,
      ...(before === undefined ? [] : [{ quantity: before, given: true } as const]),
    ];
  }
  const said: Line = [`${nameOf(watched)} ${verb} `, ...whatInWords(rule), ': '];
  if (watched.on === 'figure') {
    const { figure } = watched;
    return [
      { strong: [...said, showAgainst(rule, figure.quantity)] },
      ` in ${whenOf(figure)}`,
      firmness(figure),
    ];
  }
  const { quote } = watched.series;
  const { rate, reading } = watched;
  const converted: Line =
    rate === undefined ? [] : [', ', { quantity: quantityOf(quote), given: true }, ` ${rate}`];
  return [{ strong: [...said, showAgainst(rule, reading.now)] }, ` on ${dayOf(watched)}`, ...converted];
}

/** @example "above your threshold", "outside $110 to $130/kg" */
function whatInWords(rule: Rule): Line {
  const isSide = 'when' in rule && (rule.when === 'above' || rule.when === 'below');
  return isSide && isOnQuotes(rule) && rule.reach === 'touches'
    ? [`${rule.when} your threshold`]
    : ruleInWords({ ...rule, of: { material: rule.of.material }, basis: undefined });
}

function nameOf(watched: Watched): string {
  if (watched.on === 'quote') return nameOfQuote(watched.book, watched.series.key);
  const basis = basisOf(watched.figure);
  return `${watched.figure.metal.name}${basis && ` ${basis}`}`;
}

const dayOf = (watched: Watched): string =>
  watched.on === 'figure'
    ? whenOf(watched.figure)
    : dayInWords(watched.series.quote.date, watched.book.today);

/** A price that a change is worked out from, so that whoever works it out again gets the same. */
const inFull = (quantity: Quantity): Quantity => ({
  ...quantity,
  against: [quantity.range.low, quantity.range.high],
});

const whole = (watched: Watched): Quantity =>
  inFull(watched.on === 'quote' ? quantityOf(watched.series.quote) : watched.figure.quantity);

function wholeBefore(watched: Watched): Quantity | undefined {
  if (watched.on === 'quote') return watched.before && inFull(quantityOf(watched.before));
  return watched.reading.before && inFull(watched.reading.before.quantity);
}
