/** Puts the parts of a rich picture together. */
import type { ChartConfig, Json } from './config.ts';
import { LABEL_SIZE, type Frame, type FrameMark, type FrameText } from './frame.ts';
import type { LabelItem } from './labels.ts';
import type { Palette } from './palette.ts';
import type { Dataset } from './rich-lines.ts';

interface Parts {
  readonly type: ChartConfig['type'];
  readonly labels: ChartConfig['data']['labels'];
  readonly datasets: readonly Dataset[];
  readonly frame: Frame;
  /** Texts in the plot, besides the frame's own. */
  readonly texts?: readonly FrameText[];
  readonly marks?: readonly FrameMark[];
  readonly labelItems: readonly LabelItem[];
  readonly colours: Palette;
  readonly options: { readonly [key: string]: Json | undefined };
}

export function richConfig(parts: Parts): ChartConfig {
  const { frame, colours } = parts;
  return {
    type: parts.type,
    data: { labels: parts.labels, datasets: parts.datasets },
    options: {
      layout: { padding: frame.padding },
      ...parts.options,
      plugins: {
        legend: { display: false },
        frame: {
          paper: colours.paper,
          texts: [...frame.texts, ...(parts.texts ?? [])].map((t) => ({ ...t })),
          marks: [...frame.marks, ...(parts.marks ?? [])].map((m) => ({ ...m })),
        },
        labels: { items: parts.labelItems.map((l) => ({ ...l })), size: LABEL_SIZE, halo: colours.paper },
      },
    },
  };
}
