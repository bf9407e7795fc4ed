/** What to beware of in sector shares: projections, what they leave over, and what has no share of its own. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Quantity } from '#src/domain/measure/figure.ts';
import type { Sector } from '#src/domain/series/metal.ts';
import type { SectorTrack } from './sector-tracks.ts';
import { listInWords, type TopicContext } from '#src/domain/topics/topic.ts';

/** A year that the source only projects. */
export function projectionCaution(year: number, shares: readonly { figure: Figure }[]): Line[] {
  return shares.some((s) => s.figure.quantity.firmness === 'projected')
    ? [[`${year} is the source's projection.`]]
    : [];
}

/** What the shares leave over is not any one sector's. */
export function restCaution(figures: readonly Figure[], whole: boolean): Line[] {
  const sum = figures.reduce((total, f) => total + f.quantity.range.high, 0);
  if (!whole || figures.length === 0 || sum >= 100) return [];
  const quantity: Quantity = { range: { low: 100 - sum, high: 100 - sum }, unit: '%' };
  return [
    [
      'The source says nothing about the other ',
      { quantity, from: figures },
      ': it is no one sector’s share.',
    ],
  ];
}

/** "32 % of demand is left over; ", where that is asked for. */
export function restInWords(isAsked: boolean, figures: readonly Figure[]): Span[] {
  const [low, high] = (['high', 'low'] as const).map(
    (end) => 100 - figures.reduce((total, { quantity: { range } }) => total + range[end], 0),
  );
  if (!isAsked || figures.length === 0 || low === undefined || high === undefined || low <= 0) return [];
  return [{ quantity: { range: { low, high }, unit: '%' }, from: figures }, ' is left over; '];
}

/** A part of a sector has no figure of its own; the sector's is not its. */
export function partCautions({ question }: TopicContext, chosen: readonly SectorTrack[]): Line[] {
  const asked = question.parts ?? [];
  return chosen.flatMap(({ sector }): Line[] => {
    const parts = sector.parts.map(({ name }) => name).filter((name) => asked.includes(name));
    if (parts.length === 0) return [];
    const whole = sector.name.toLowerCase();
    return [[`The source has a share for ${whole} as a whole, and none for ${listInWords(parts)} alone.`]];
  });
}

/** What the data file says of sectors that have no share. */
export function notes(blank: readonly Sector[]): Line[] {
  return blank.map((s) => [s.note ?? `No share is given for ${s.name.toLowerCase()}.`]);
}
