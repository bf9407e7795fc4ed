/** A text of which readers take what they understand, each from what the others left, so that no word is read twice. */

/** Stands where something was taken: no reader joins what stood on both sides of it. */
const TAKEN = '\uE000';
/** The same for what is named, so that one can tell what stood there. */
const MARKS = { place: '\uE001', person: '\uE002', metal: '\uE003', when: '\uE004', rule: '\uE005' } as const;
type Mark = keyof typeof MARKS;
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(MARKS).map(([kind, mark]) => [mark, kind.toUpperCase()]),
);
const MARKED = /\uE001+|\uE002+|\uE003+|\uE004+|\uE005+/gu;

export interface Found {
  readonly match: RegExpExecArray;
  readonly from: number;
  readonly to: number;
}

export class Rest {
  /** Small letters, plain quotes and dashes; as long as what was typed. */
  readonly plain: string;
  #left: string;
  #mark: string = TAKEN;

  constructor(typed: string) {
    this.plain = plainly(typed);
    this.#left = this.plain;
  }

  /** What nobody has taken, with the places of what was. */
  get left(): string {
    return this.#left;
  }

  /** What is taken from now on is of this kind. */
  marking(kind: Mark | undefined): this {
    this.#mark = kind === undefined ? TAKEN : MARKS[kind];
    return this;
  }

  /** The text with a word in the place of all that was taken: "send PLACE the METAL price". */
  outline(): string {
    return this.#left.replaceAll(MARKED, ([mark = '']) => ` ${NAMES.get(mark) ?? ''} `);
  }

  /** Takes the first match, if there is one. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    return this.find(pattern, true)?.match;
  }

  has(pattern: RegExp): boolean {
    return pattern.test(this.#left);
  }

  find(pattern: RegExp, taking = false): Found | undefined {
    const match = pattern.exec(this.#left);
    if (match === null) return undefined;
    const [from, to] = [match.index, match.index + match[0].length];
    if (taking) this.blot(from, to);
    return { match, from, to };
  }

  /** All matches, the first first; what stands at them may be taken on the way. */
  all(pattern: RegExp): readonly Found[] {
    const found: Found[] = [];
    let text = this.#left;
    for (let match = pattern.exec(text); match !== null && match[0] !== ''; match = pattern.exec(text)) {
      const [from, to] = [match.index, match.index + match[0].length];
      found.push({ match, from, to });
      text = `${text.slice(0, from)}${TAKEN.repeat(to - from)}${text.slice(to)}`;
    }
    return found;
  }

  blot(from: number, to: number): void {
    this.#left = `${this.#left.slice(0, from)}${this.#mark.repeat(to - from)}${this.#left.slice(to)}`;
  }
}

/** One character for one, so that places stay. */
function plainly(typed: string): string {
  return Array.from(typed)
    .map((sign) => {
      const plain = sign.normalize('NFKC');
      const one = plain.length === sign.length ? plain : sign;
      return one.toLowerCase().length === one.length ? one.toLowerCase() : one;
    })
    .join('')
    .replaceAll(/[\u2018\u2019\u02bc\u0060\u00b4]/gu, "'")
    .replaceAll(/[\u201c\u201d]/gu, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll(/[\s\u00a1\u00bf]/gu, ' ');
}
