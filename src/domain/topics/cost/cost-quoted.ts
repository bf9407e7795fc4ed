/** What an order would cost at the newest quote: each amount times the quote, on the quote's basis or the one asked for. */
import type { Line, Part, Span } from '#src/domain/answer.ts';
import { convertMass, multiply, type Quantity, type Range } from '#src/domain/measure/figure.ts';
import { factorOf, metalHeld, oxideHolding, type Oxide } from '#src/domain/measure/substances.ts';
import { basisInWords, quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import { convert } from '#src/domain/series/convert.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import type { Amount, Question } from '#src/domain/reading/question.ts';
import { about } from '#src/domain/measure/rounding.ts';
import { adjusted, adjustmentLines, repeated } from './cost-terms.ts';
import { typed } from './order.ts';
import type { QuotedSeries } from '#src/domain/series/quoted-series.ts';
import { estimate } from '#src/domain/topics/price/quote-words.ts';
import { sumOf } from './cost-total.ts';
import { makePart } from '#src/domain/topics/topic.ts';

/** What of a question a cost at a quote uses. */
export type Ordered = Pick<Question, 'amounts' | 'adjustments' | 'form'>;

/** The part that answers what amounts cost. A quote that is no price any more makes no cost. */
export function quotedCostPart(book: QuoteBook, chosen: QuotedSeries, ordered: Ordered): Part {
  const { name, shown, freshness } = chosen;
  const price = { quantity: quantityOf(shown) };
  if (freshness.state === 'dead')
    return makePart('cost', {
      headline: [{ strong: [`${name}: no price for today, so no cost`] }],
      body: [['The last quote was ', price, `, ${freshness.words}.`]],
    });
  const lines = ordered.amounts.map((amount) => costAt(book, chosen, amount, ordered.form));
  const costed = lines.flatMap((line) => (line.cost === undefined ? [] : [{ ...line, cost: line.cost }]));
  const [first, ...more] = costed;
  const adjustments = ordered.adjustments ?? [];
  if (first === undefined || costed.length < lines.length)
    return makePart('cost', {
      headline: [{ strong: [`${name}: no cost of that`] }],
      body: [['The quote is ', price, `: ${basisInWords(shown)}.`], ...lines.flatMap(({ why }) => [why])],
    });
  const total =
    more.length === 0
      ? first.cost
      : sumOf(
          ordered.amounts,
          costed.map(({ cost }) => cost),
        );
  const said = adjustments.map(({ words }) => ` ${words}`).join('');
  const lead: Span[] =
    more.length > 0 && total !== undefined
      ? [`${name}, in all${said}: `, { quantity: adjusted(total, adjustments) }]
      : [
          ...first.named,
          `${more.length > 0 ? '' : said}: `,
          { quantity: more.length > 0 ? first.cost : adjusted(first.cost, adjustments) },
          ...first.behind,
        ];
  const each = more.length > 0 ? costed.slice(total === undefined ? 1 : 0) : [];
  return makePart('cost', {
    headline: [{ strong: lead }, `${estimate(shown)}, ${freshness.words}`],
    body: [
      ...each.map(({ named, cost, behind }): Line => [...named, ': ', { quantity: cost }, ...behind, '.']),
      ...(more.length === 0 ? [first.why] : [['At ', price, `: ${basisInWords(shown)}.`]]),
      ...(total === undefined ? [] : adjustmentLines(adjustments, total)),
      ...(more.length === 0 ? first.readings : []),
    ],
    cautions: [
      ...costed.flatMap((line) => line.caution),
      ['This is the goods at the quote: freight, duty and what a seller adds are not in it.'],
    ],
  });
}

interface LineAt {
  readonly named: Span[];
  readonly cost: Quantity | undefined;
  /** "a year", behind the cost. */
  readonly behind: Span[];
  readonly why: Line;
  /** The cost by its other readings. */
  readonly readings: Line[];
  readonly caution: Line[];
}

/** One amount at the quote, or why it can't be costed at it. */
function costAt(
  book: QuoteBook,
  { name, shown, series }: QuotedSeries,
  amount: Amount,
  form: Question['form'],
): LineAt {
  const oxide = book.convert.materials.find(({ id }) => id === shown.metal)?.oxide;
  const named: Span[] = [typed(amount), ` of ${name}`];
  const price = { quantity: quantityOf(shown) };
  const held = heldIn(shown, amount, form, oxide);
  if (held === undefined) {
    const why: Line = [
      'That is no price of what you name: a mass of one form is not costed at a price of another.',
    ];
    return { named, cost: undefined, behind: [], why, readings: [], caution: [] };
  }
  // Per the unit that the amount is in. A mass can always be put into another one.
  const per = convert<ReadQuote>(shown, { mass: amount.unit }, book.convert);
  const { range, currency } = per.ok ? per.quote : shown;
  // A converted quote is no more exact than the quote was.
  const costOf = (mass: Range): Quantity =>
    about({ range: multiply(held.of(mass), range), unit: currency }, series.quote.range, ...held.shares);
  const once = costOf(amount.value);
  const times = repeated(once, amount.rate);
  const put = amount.terms === undefined ? [] : [`${amount.terms} is `, typed(amount), '; '];
  const mass: Span =
    held.shares.length === 0
      ? typed(amount)
      : {
          quantity: about(
            { range: convertMass(held.of(amount.value), amount.unit, 'kg'), unit: 'kg' },
            ...sharesOf(held.shares),
          ),
        };
  return {
    named: [
      ...(held.words === '' ? [] : [held.words]),
      ...named,
      ...(times === undefined ? [] : [` ${times.said}`]),
    ],
    cost: times?.total ?? once,
    behind: times?.whole === undefined ? [] : [` ${times.whole}`],
    why: [...put, mass, ' at ', price, `: ${basisInWords(shown)}.${held.said}`],
    readings: (amount.others ?? []).map((value): Line => [
      'Or ',
      typed({ ...amount, value }),
      ': ',
      { quantity: costOf(value) },
      '. The mark before three digits may part thousands or decimals: say which you mean.',
    ]),
    caution:
      amount.others === undefined
        ? []
        : [['One number has two readings: its mark may part thousands or decimals.']],
  };
}

function sharesOf(shares: readonly Range[]): readonly [Range, ...Range[]] {
  const [first = { low: 1, high: 1 }, ...more] = shares;
  return [first, ...more];
}

interface Held {
  readonly of: (mass: Range) => Range;
  readonly shares: readonly Range[];
  readonly words: string;
  readonly said: string;
}

/** The mass that the quote prices in an amount; `undefined` where it prices something else. */
function heldIn(
  { form: quoted }: Pick<ReadQuote, 'form'>,
  amount: Amount,
  form: Question['form'],
  oxide: Oxide | undefined,
): Held | undefined {
  const asked = amount.oxide === undefined ? form : amount.oxide ? 'oxide' : 'metal';
  const asIs: Held = { of: (mass) => mass, shares: [], words: '', said: '' };
  const factor =
    oxide && ` Oxide (${oxide.formula}) is ${(oxide.metalMassFraction * 100).toFixed(1)} % metal by mass.`;
  if (asked === 'metal' && quoted === 'oxide')
    return (
      oxide && {
        of: (mass) => oxideHolding(mass, oxide),
        shares: [factorOf(oxide)],
        words: 'To hold as much metal, for ',
        said: `${factor ?? ''} Making the metal costs more.`,
      }
    );
  if (asked === 'oxide' && quoted === 'contained metal')
    return (
      oxide && {
        of: (mass) => metalHeld(mass, oxide),
        shares: [factorOf(oxide)],
        words: 'The metal in it, ',
        said: factor ?? '',
      }
    );
  return asked === 'oxide' && quoted !== 'oxide' ? undefined : asIs;
}
