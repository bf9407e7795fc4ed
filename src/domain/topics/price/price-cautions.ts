/** What to say beside a price: its time, its currency, and that it is not of a product that contains the metal. */
import type { Line } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { TopicContext } from '#src/domain/topics/topic.ts';

/** What to say of time: no quote for today, no finer figure than a year, a projection, an older year than asked. */
export function timeCautions({ question, thisYear, quoted }: TopicContext, figure: Figure): Line[] {
  const lines: Line[] = [];
  if (quoted === true)
    return [
      [
        `This is the ${figure.quantity.firmness === 'projected' ? 'projection' : 'figure'} for a year, on a basis of its own: do not set it against the price above.`,
      ],
    ];
  if (question.finerTime !== null) {
    lines.push([
      `I have yearly figures only, nothing for “${question.finerTime}”: this is for ${figure.year} as a whole.`,
    ]);
  }
  if (figure.quantity.firmness === 'projected') {
    lines.push([
      figure.year === thisYear
        ? `This is the source's projection for ${figure.year}, not a quote: I have no price for today.`
        : `This is the source's projection for ${figure.year}.`,
    ]);
  } else if ((question.years.length === 0 || question.current) && figure.year < thisYear) {
    lines.push([
      `This is the newest figure I have: no source here gives ${thisYear}, and I have no price for today.`,
    ]);
  } else if (question.current) lines.push(['This is a figure for the year: I have no price for today.']);
  return lines;
}

/** "Price of magnets": a price of the metal is not one of what contains it. */
export function productCaution({ metal, question }: TopicContext): Line[] {
  const product = metal.products.find((p) => p.id === question.product);
  if (product === undefined) return [];
  return [
    [
      `I have no price of ${product.name}. This is the price of ${metal.name.toLowerCase()}, which is only a part of them.`,
    ],
  ];
}

/** Says that figures for years stay in their currency, where another is asked for: quotes alone have rates of their day. */
export function currencyCaution(currency: string | null): Line[] {
  if (currency === null || currency === 'USD') return [];
  return [
    [`I have no exchange rate of a year to ${currency}: figures for years stay in their own currency.`],
  ];
}
