/** A chart of quotes as a path, and back: "quotes/3fG_h-9k2LmNoPq1/2025-11-25/2026-11-24/USD.kg.excluded/above-62". */
import { CURRENCIES, MASS_UNITS } from '#src/domain/measure/figure.ts';
import { FORMS, VAT_STATES } from '#src/domain/series/quote.ts';
import { isDate } from '#src/domain/measure/days.ts';
import type { QuotesSubject, Threshold } from '#src/domain/series/quotes-subject.ts';

type Target = NonNullable<QuotesSubject['target']>;

const PATH =
  /^quotes\/([\w-]{1,60})\/([\d-]{10})\/([\d-]{10})(?:\/([a-zA-Z.-]+))?(?:\/(above|below)-([\d.e+-]{1,30}))?$/;

export function quotesPath({ series, from, to, target, threshold }: QuotesSubject): string {
  const { currency, mass, vat, form } = target ?? {};
  const words = [currency, mass, vat, form].filter((word) => word !== undefined);
  return [
    'quotes',
    series,
    from,
    to,
    ...(words.length === 0 ? [] : [words.join('.').replaceAll(' ', '-')]),
    ...(threshold === undefined ? [] : [`${threshold.direction}-${threshold.value}`]),
  ].join('/');
}

/** @returns `undefined` for what is no path of quotes, or not written as `quotesPath` writes it. */
export function quotesOf(path: string): QuotesSubject | undefined {
  const [, series = '', from = '', to = '', words, direction, value] = PATH.exec(path) ?? [];
  if (!isDate(from) || !isDate(to)) return undefined;
  const target = words === undefined ? undefined : targetOf(words.split('.'));
  const threshold = direction === undefined ? undefined : thresholdOf(direction, Number(value));
  const subject: QuotesSubject = {
    kind: 'quotes',
    series,
    from,
    to,
    ...(target && { target }),
    ...(threshold && { threshold }),
  };
  return quotesPath(subject) === path ? subject : undefined;
}

/** No word is in two of these lists, so that each says what it is. */
function targetOf(words: readonly string[]): Target {
  const one = <T extends string>(list: readonly T[]) =>
    list.find((item) => words.includes(item.replaceAll(' ', '-')));
  const [currency, mass, vat, form] = [one(CURRENCIES), one(MASS_UNITS), one(VAT_STATES), one(FORMS)];
  return { ...(currency && { currency }), ...(mass && { mass }), ...(vat && { vat }), ...(form && { form }) };
}

const thresholdOf = (direction: string, value: number): Threshold => ({
  direction: direction === 'above' ? 'above' : 'below',
  value,
});
