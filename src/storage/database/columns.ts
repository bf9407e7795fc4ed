/** A row of a table as an object of the code's own, and back: the column `next_at` is the field `nextAt`. */

type FieldOf<Column extends string> = Column extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<FieldOf<Rest>>}`
  : Column;

type ColumnOf<Field extends string> = Field extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `_${Lowercase<Letter>}`}${ColumnOf<Rest>}`
  : Field;

/** The fields of a table's row. */
export type Fields<Row> = { readonly [Column in keyof Row & string as FieldOf<Column>]: Row[Column] };

type Columns<Given> = { readonly [Field in keyof Given & string as ColumnOf<Field>]: Given[Field] };

const LETTER_AFTER_LINE = /_([a-z])/g;
const CAPITAL = /[A-Z]/g;

const renamed = (object: object, rename: (key: string) => string): object =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [rename(key), value]));

export function toFields<Row extends object>(row: Row): Fields<Row> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The type says of each name what the pattern does to it.
  return renamed(row, (column) =>
    column.replace(LETTER_AFTER_LINE, (_, letter: string) => letter.toUpperCase()),
  ) as Fields<Row>;
}

/** Columns of what is given, and no more: what an update leaves out stays as it is. */
export function toColumns<Given extends object>(fields: Given): Columns<Given> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- As above, the other way.
  return renamed(fields, (field) =>
    field.replace(CAPITAL, (letter) => `_${letter.toLowerCase()}`),
  ) as Columns<Given>;
}
