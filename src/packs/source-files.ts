/** Reads the source files as they are: their encoding, their quotes, their sheets. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';

/** A row of a table with headings. */
export type Row = Readonly<Record<string, string>>;
/** What a workbook's cell holds. */
export type SheetCell = string | number | boolean | Date | null | undefined;
export type Sheet = readonly (readonly SheetCell[])[];

/** The folder of source files. */
export interface SourceFolder {
  /** @param encoding As the WHATWG names it: "utf-8", "windows-1252". */
  csv(file: string, encoding?: string): Promise<readonly Row[]>;
  /** @throws Error naming the sheets that there are, where the one wanted is missing. */
  sheet(file: string, name: string): Promise<Sheet>;
  json(file: string): Promise<unknown>;
}

export function sourceFolder(folder: string): SourceFolder {
  const at = (file: string) => join(folder, file);
  return {
    csv: async (file, encoding = 'utf-8') => {
      const text = new TextDecoder(encoding, { fatal: true }).decode(await readFile(at(file)));
      const rows: Row[] = parse(text, {
        columns: true,
        bom: true,
        relax_quotes: false,
        skip_empty_lines: true,
      });
      return rows;
    },
    sheet: async (file, name) => {
      const { sheets } = await readXlsx(await readFile(at(file)));
      const found = sheets.find((sheet) => sheet.name === name);
      if (found === undefined)
        throw new Error(
          `${file}: no sheet "${name}"; there are: ${sheets.map((sheet) => sheet.name).join(', ')}`,
        );
      return found.rows;
    },
    json: async (file) => JSON.parse(await readFile(at(file), 'utf8')),
  };
}
