/** The sectors of a metal that have share figures. */
import type { Metal, Sector } from '#src/domain/series/metal.ts';
import type { Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';

/** A sector that has figures. */
export interface SectorTrack {
  readonly sector: Sector;
  readonly track: Series;
}

/** The sectors of a metal with figures, in the order of its file. */
export function sectorTracks(metal: Metal): readonly SectorTrack[] {
  return metal.sectors.flatMap((sector) =>
    seriesIn(metal, { metric: 'share', sector: sector.id }).map((track) => ({ sector, track })),
  );
}
