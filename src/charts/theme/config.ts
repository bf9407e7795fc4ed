/** A Chart.js 4 config as plain JSON: no functions, so that it fits into a link or a message to the renderer. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export interface ChartConfig {
  readonly type: 'line' | 'bar' | 'doughnut';
  readonly data: {
    readonly labels: readonly (string | readonly string[])[];
    readonly datasets: readonly { readonly [key: string]: Json | undefined }[];
  };
  readonly options: { readonly [key: string]: Json | undefined };
}
