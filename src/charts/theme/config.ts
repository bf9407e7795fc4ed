/** A Chart.js 4 config as plain JSON: no functions, so that it fits into a link or a message to the renderer. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export type Dataset = { readonly [key: string]: Json | undefined };

export interface ChartConfig {
  readonly type: 'line' | 'bar' | 'doughnut';
  readonly data: {
    /** Positions, where the axis is a linear one. */
    readonly labels: readonly (string | number | readonly string[])[];
    readonly datasets: readonly Dataset[];
  };
  readonly options: { readonly [key: string]: Json | undefined };
}

/** A text that the `labels` plugin of the renderer places where it overlaps nothing, or leaves out. */
export interface LabelItem {
  readonly text: string;
  readonly color: string;
  /** Position on the axis of places, and the value that it belongs to, from the value where its bar begins. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Of the values: `p` is the right one. */
  readonly axis: 'x' | 'y' | 'p';
  /**
   * `point`: around a point, wherever there is room. `above`, `below`: over or under it, as far as there is room. `along`: at
   * a line across the plot, wherever that is free. `base`: at the foot of a bar, inside.
   * `inside`: in the middle of a bar. `beside`: past the end of a horizontal bar. `end`: right of the plot, in a column.
   */
  readonly place: 'point' | 'above' | 'below' | 'along' | 'base' | 'inside' | 'beside' | 'end';
}

/** Options of the `labels` plugin. Items are placed in their order, so the most important come first. */
export interface LabelOptions {
  readonly items: readonly LabelItem[];
  readonly size: number;
  /** The paper's colour, around letters that cross a line. */
  readonly halo: string;
}
