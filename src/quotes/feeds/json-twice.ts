/** Names that one object of JSON has twice, with other values: parsers keep the last one, and say nothing of the others. */
import { shorten } from '#src/domain/measure/days.ts';
import { FeedError } from './feed.ts';

/** So many names are looked through one by one; more are looked up. */
const FEW = 12;

/** The names of one object, each with the place where its value begins. */
interface Names {
  readonly names: string[];
  readonly places: number[];
  all: Map<string, number> | undefined;
}

/** A value that is neither a list nor an object, as it is written. */
const PLAIN = /\s*("(?:[^"\\]|\\.)*"|[^\s"{}[\],]+)/suy;

/** Looks at the names of a text as it is gone through from its beginning, whatever else its reader looks for. */
export class JsonNames {
  /** The objects and lists that are open; a list has no names. */
  readonly #open: (Names | undefined)[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  open(isObject: boolean): void {
    this.#open.push(isObject ? { names: [], places: [], all: undefined } : undefined);
  }

  close(): void {
    this.#open.pop();
  }

  /**
   * A colon stands behind the text from `from` to `to`.
   * @throws FeedError where the same object has this name with another value
   */
  named(from: number, to: number, colon: number): void {
    const object = this.#open.at(-1);
    if (object === undefined) return;
    const name = this.#text.slice(from, to);
    const before = placeOf(object, name);
    if (before === undefined) add(object, name, colon + 1);
    else this.#check(name, before, colon + 1);
  }

  #check(name: string, one: number, other: number): void {
    const [first, second] = [this.#plainAt(one), this.#plainAt(other)];
    if (first !== undefined && first === second) return;
    const values =
      first === undefined || second === undefined ? '' : `, as ${shorten(first)} and as ${shorten(second)}`;
    let line = 1;
    for (let at = this.#text.indexOf('\n'); at >= 0 && at < other; at = this.#text.indexOf('\n', at + 1))
      line += 1;
    throw new FeedError(
      `line ${line}: “${shorten(name)}” stands twice in one object${values}: leave the one that is meant`,
    );
  }

  #plainAt(place: number): string | undefined {
    PLAIN.lastIndex = place;
    return PLAIN.exec(this.#text)?.[1];
  }
}

function placeOf({ names, places, all }: Names, name: string): number | undefined {
  if (all !== undefined) return all.get(name);
  const at = names.indexOf(name);
  return at < 0 ? undefined : places[at];
}

function add(object: Names, name: string, place: number): void {
  if (object.all !== undefined) object.all.set(name, place);
  else {
    object.names.push(name);
    object.places.push(place);
    if (object.names.length > FEW)
      object.all = new Map(object.names.map((one, i) => [one, object.places[i] ?? 0]));
  }
}
