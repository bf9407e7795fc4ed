/** What an order would cost: an amount times a year's price, low to high, with what it is an amount of. */
import type { Line, Span } from '../answer.ts';
import type { Figure } from '../catalog.ts';
import { exactly, scale } from '../figure.ts';
import type { Amount } from '../question.ts';
import { about } from '../rounding.ts';
import { citationOf } from '../catalog.ts';
import { answerBudget } from './budget.ts';
import { costOf, metalIn, money, orderOf, typed, type Order } from './order.ts';
import { currencyCaution } from './price-cautions.ts';
import { pricesOf } from './prices.ts';
import { figuresIn, newestYear } from './track.ts';
import {
  basisOf,
  capitalised,
  cite,
  firmness,
  makePart,
  missing,
  show,
  sourceName,
  uniqueCitations,
  yearsInWords,
  type Topic,
  type TopicContext,
} from './topic.ts';

export const answerCost: Topic = (context) => {
  const { metal, question, thisYear } = context;
  const { amount } = question;
  if (amount === null && question.money != null) return answerBudget(context, question.money);
  if (amount === null) {
    return missing(
      'cost',
      ['Of how much? Name an amount, such as 250 kg or 1.5 t.'],
      [],
      [
        { label: '1 kg', ask: `what does 1 kg of ${metal.name} cost` },
        { label: '1 t', ask: `what does 1 t of ${metal.name} cost` },
      ],
    );
  }
  const form = amount.oxide === true ? 'oxide' : question.form;
  const prices = pricesOf(metal, { source: question.source, form, perUnit: 'kg' });
  const track = prices.main;
  const wanted =
    question.years.length > 0
      ? question.years
      : [track === undefined ? thisYear : (newestYear(track, thisYear) ?? thisYear)];
  const figures = track === undefined ? [] : figuresIn(track, wanted);
  const [figure] = figures;
  if (track === undefined || figure === undefined) {
    const have: Line[] = track === undefined ? [] : [[`I have prices for ${yearsInWords(track.years)}.`]];
    return missing(
      'cost',
      [`I have no price of ${metal.name.toLowerCase()} for ${yearsInWords(wanted)}, so no cost.`],
      have,
      [{ label: 'Price history', ask: `${metal.name} price history` }],
    );
  }
  const product = metal.products.find((p) => p.id === amount.product);
  const order = orderOf(amount, product);
  const others = prices.others.flatMap((o) => figuresIn(o, [figure.year]));
  return {
    found: true,
    part: makePart('cost', {
      headline: [{ strong: headline(context, order, figure) }, firmness(figure)],
      body: [step(context, order, figure), ...laterYears(figures, order)],
      cautions: [
        ...productCautions(context, order),
        ...basisCaution(figure, amount),
        ...yearCaution(context, figure, wanted, figures),
        ...others.map((o): Line => otherSource(context, order, o)),
      ],
      citations: uniqueCitations([
        ...cite([...figures, ...others]),
        ...(product === undefined ? [] : [citationOf(metal, product)]),
      ]),
      chart: {
        kind: 'price',
        metal: metal.id,
        from: track.years[0] ?? figure.year,
        to: track.years.at(-1) ?? figure.year,
      },
      chartWanted: question.chart,
    }),
    suggestions: [{ label: `Price ${figure.year}`, ask: `${metal.name} price ${figure.year}` }],
  };
};

function headline({ metal }: TopicContext, order: Order, figure: Figure): Span[] {
  const { amount, product } = order;
  const basis = basisOf(figure);
  const of = `${metal.name.toLowerCase()}${basis && ` ${basis}`}`;
  const cost = costOf(order, figure);
  if (product === undefined) return [typed(amount), ` of ${of}, ${figure.year}: `, cost];
  return [`The ${of} in `, typed(amount), ` of ${product.name}, ${figure.year}: `, cost];
}

/** How the cost comes about: "250 kg at $110/kg." */
function step({ metal }: TopicContext, order: Order, figure: Figure): Line {
  const whose = order.product === undefined ? '' : `${metal.name} in it: `;
  return [whose, metalIn(order), ' at ', show(figure), '.'];
}

function laterYears(figures: readonly Figure[], order: Order): Line[] {
  return figures
    .slice(1)
    .map((f): Line => [`${f.year}: `, costOf(order, f), firmness(f), ', at ', show(f), '.']);
}

/** What another source's price makes of it: of the same mass, or for a metal in a product, of the oxide that holds it. */
function otherSource({ metal }: TopicContext, order: Order, other: Figure): Line {
  const named = `${sourceName(other)} prices ${basisOf(other) || 'it'} at `;
  const { oxide } = metal;
  const { product, kilograms } = order;
  if (product !== undefined && other.series.basis === 'oxide' && oxide !== undefined) {
    const held = scale(kilograms, 1 / oxide.metalMassFraction);
    const share = exactly(oxide.metalMassFraction);
    return capitalised([
      named,
      show(other),
      ': the oxide that holds as much, ',
      { quantity: about({ range: held, unit: 'kg' }, share) },
      ', would be ',
      money(held, other, share),
      ', before the cost of making metal.',
    ]);
  }
  return capitalised([
    named,
    show(other),
    ': ',
    metalIn(order),
    ' of that would be ',
    costOf(order, other),
    '.',
  ]);
}

/** A kilogram of magnets is not a kilogram of neodymium: say so, and show the assumption. */
function productCautions({ metal }: TopicContext, order: Order): Line[] {
  const { amount, product } = order;
  if (product === undefined) return [];
  const name = metal.name.toLowerCase();
  return [
    [
      typed(amount),
      ` of ${product.name} is not `,
      typed(amount),
      ` of ${name}: it holds `,
      metalIn(order),
      `, assuming ${product.assumption}.`,
    ],
    [`This is the ${name} alone, not the price of ${product.name}: I have no price for those.`],
  ];
}

function basisCaution(figure: Figure, amount: Amount): Line[] {
  return figure.series.basis === 'unstated' && amount.oxide !== true
    ? [
        [
          'The source does not say whether its price is for metal or oxide, its purity, or its delivery terms; tax and freight are not in it.',
        ],
      ]
    : [];
}

function yearCaution(
  { question, thisYear }: TopicContext,
  figure: Figure,
  wanted: readonly number[],
  figures: readonly Figure[],
): Line[] {
  const lines: Line[] = [];
  const lacking = wanted.filter((y) => !figures.some((f) => f.year === y));
  if (lacking.length > 0) lines.push([`No price for ${yearsInWords(lacking)}.`]);
  if (figure.quantity.firmness === 'projected')
    lines.push([`${figure.year} is the source's projection, not a quote.`]);
  else if (question.years.length === 0 && figure.year < thisYear)
    lines.push([`${figure.year} is the newest price I have.`]);
  return [...lines, ...currencyCaution(question.currency)];
}
