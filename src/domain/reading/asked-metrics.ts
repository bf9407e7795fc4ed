/** What may be asked for: metrics of the data, and what is worked out from several of them. */
export const ASKED_METRICS = [
  'price',
  'production',
  'share',
  /** Output times a sector's share. */
  'demand',
  'supply-status',
  'reserves',
  'import-reliance',
  'import-sources',
  'critical',
  'end-use',
  /** How much of the world's output a few countries have. */
  'concentration',
  /** Years of output that the reserves are. */
  'reserve-life',
  'intensity',
  'capacity',
  'consumption',
  'imports',
  'exports',
  'stocks',
] as const;
export type AskedMetric = (typeof ASKED_METRICS)[number];
