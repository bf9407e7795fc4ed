/** Looking prices up: which track answers, in which unit, and what other sources say beside it. */
import type { Metal } from '#src/domain/series/metal.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { massOf } from '#src/domain/series/one-unit.ts';

export interface Prices {
  /** The source that answers: the one asked for, else the headline. `undefined` where the metal has no such price. */
  readonly main: Series | undefined;
  /** Other sources, to be shown beside it. */
  readonly others: readonly Series[];
  /** What the main source's own text says apart from its table. */
  readonly prose: readonly Series[];
}

type Wanted = Pick<Question, 'source' | 'form' | 'perUnit'>;

/** What a question wants when it names no source, form or unit. */
export const ANY_PRICE: Wanted = { source: null, form: null, perUnit: null };

/** The prices of a metal as a question wants them: source ("usgs price"), form ("oxide"), unit ("per tonne"). */
export function pricesOf(metal: Metal, wanted: Wanted): Prices {
  const asPrinted = (['headline', 'benchmark'] as const).flatMap((role) =>
    seriesIn(metal, { metric: 'price', role }, wanted.perUnit),
  );
  const answering = asPrinted.findIndex((track) => isWanted(metal, track, wanted));
  // What stands beside it is shown in its unit, whatever the other source prints.
  const mass = wanted.perUnit ?? massOf((asPrinted[answering] ?? asPrinted[0])?.unit);
  const of = (role: 'headline' | 'benchmark' | 'prose') => seriesIn(metal, { metric: 'price', role }, mass);
  const all = [...of('headline'), ...of('benchmark')];
  const main = all[answering];
  return {
    main,
    others: all.filter((track) => track !== main),
    prose: of('prose').filter((track) => track.source === main?.source),
  };
}

function isWanted(metal: Metal, { source, basis }: Series, wanted: Wanted): boolean {
  const isUsgs = metal.sources[source]?.publisher === 'USGS';
  if (wanted.source !== null && (wanted.source === 'usgs') !== isUsgs) return false;
  return wanted.form !== 'oxide' || basis.form === 'oxide';
}
