/** What the `labels` plugin of the renderer is told: it places texts where they overlap nothing, or leaves them out. */
export interface LabelItem {
  /** Index of the dataset, and of the point or bar in it, that the label belongs to. */
  readonly d: number;
  readonly i: number;
  readonly text: string;
  readonly color: string;
  /**
   * `point`: around a point, wherever there is room. `above`: over it, or below. `base`: at the foot of a bar, inside.
   * `inside`: in the middle of a bar. `right` and `left`: beside a horizontal bar. `end`: right of the plot, in a column.
   */
  readonly place: 'point' | 'above' | 'base' | 'inside' | 'right' | 'left' | 'end';
}

/** Options of the `labels` plugin. Items are placed in their order, so the most important come first. */
export interface LabelOptions {
  readonly items: readonly LabelItem[];
  readonly size: number;
  /** The paper's colour, around letters that cross a line. */
  readonly halo: string;
}
