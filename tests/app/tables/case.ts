/** A table in a shape that people have it in, with what must come out: "metal form low-high unit date", and what is refused. */
import type { TableSettings } from '#src/quotes/tables/layout.ts';
import type { WriteSheet } from 'hucre/xlsx';

export interface Case {
  readonly name: string;
  readonly text?: string | readonly (readonly (string | number | Date)[])[];
  /** A workbook of several sheets, or with merged cells. */
  readonly sheets?: WriteSheet[];
  readonly encoding?: 'utf16le' | 'utf16be' | 'gb18030' | 'latin1';
  /** One of before UTF-8, by the name that decoders know. */
  readonly legacy?: string;
  /** What a setting says besides. */
  readonly common?: Readonly<Record<string, string>>;
  /** What someone chose that columns hold, by their places. */
  readonly chosen?: TableSettings['chosen'];
  /** Prices, as `inWords` has them. */
  readonly prices: readonly string[];
  /** Parts of the reasons of rows that are refused, or of why the whole is. */
  readonly refused?: readonly string[];
}
