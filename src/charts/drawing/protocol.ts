/** Messages between the renderer and its drawing process. */
import type { ChartConfig } from '#src/charts/theme/config.ts';
import type { DrawSize } from './draw.ts';

export interface DrawRequest {
  /** From 1; 0 is the process saying that it is ready, or why it can't be. */
  readonly id: number;
  readonly config: ChartConfig;
  readonly size: DrawSize;
}

export interface DrawReply {
  readonly id: number;
  readonly png?: Buffer;
  readonly error?: string;
  /** Memory of the drawing process, in bytes. */
  readonly rss: number;
}
