/** Finds the regular expressions of files: literals by their syntax, constructed ones by what is made while they are imported. */
import { pathToFileURL } from 'node:url';
import { parseAst } from 'vitest/node';

/** A regular expression as the engine gets it. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** A place in a file that writes or constructs one. */
export interface Place {
  /** Line and column from 1, as a stack names them: "12:7". */
  readonly at: string;
  /** As it is written, with one space where there are several. */
  readonly written: string;
  /** What a literal says; none of what is constructed, for that is known once it has run. */
  readonly literal: Pattern | undefined;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** All nodes of a tree, itself first. */
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child);
}

/** @param name Its file's name, which says its language. @throws SyntaxError where it is no TypeScript or JavaScript */
export function placesIn(code: string, name: string): readonly Place[] {
  const tree: unknown = parseAst(code, { lang: name.endsWith('.ts') ? 'ts' : 'js' });
  if (!isNode(tree)) throw new SyntaxError(`${name} has no syntax tree`);
  return [...nodesOf(tree)].flatMap((node): Place[] => {
    const { callee, regex } = node;
    const isLiteral = typeof regex === 'object' && regex !== null && 'pattern' in regex && 'flags' in regex;
    if (!isLiteral && !(isNode(callee) && callee['name'] === 'RegExp')) return [];
    const start = Number(node['start']);
    const lines = code.slice(0, start).split('\n');
    return [
      {
        at: `${lines.length}:${(lines.at(-1) ?? '').length + 1}`,
        written: code.slice(start, Number(node['end'])).replaceAll(/\s+/g, ' '),
        literal: isLiteral ? { source: String(regex.pattern), flags: String(regex.flags) } : undefined,
      },
    ];
  });
}

/**
 * Imports files, and gives what each of their places constructed meanwhile, by "file:line:column".
 * @param files Absolute paths, of what does nothing but define at its import.
 */
export async function constructedBy(
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly Pattern[]>> {
  const made = new Map<string, Pattern[]>();
  const plain = globalThis.RegExp;
  const note = (found: RegExp) => {
    const place = callerOf();
    if (place !== undefined) made.set(place, [...(made.get(place) ?? []), found]);
    return found;
  };
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, [source, flags]: [string, string?]) => note(new target(source, flags)),
    apply: (target, _, [source, flags]: [string, string?]) => note(new target(source, flags)),
  });
  try {
    for (const file of files) await import(pathToFileURL(file).href);
  } finally {
    globalThis.RegExp = plain;
  }
  return made;
}

/** Whoever constructs: in the stack after this function, the one that notes, and the trap. */
function callerOf(): string | undefined {
  const frame = new Error('where').stack?.split('\n')[4] ?? '';
  return /(?:\(|at )(?:file:\/\/)?(\/[^()]+:\d+:\d+)/.exec(frame)?.[1];
}
