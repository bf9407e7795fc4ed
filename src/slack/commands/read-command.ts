/** What was typed after `/nd`: a command, mended where it is misspelt, or a question. */
import type { ActingCommand, Command } from './command.ts';

/** What is to be done: help, a question to answer, or a command to run on what follows it. */
type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'command'; readonly command: ActingCommand; readonly rest: string };

export interface CommandRequest {
  readonly request: Request;
  /** To be posted for all to see. */
  readonly share: boolean;
  /** The command's name as typed, where it was mended. */
  readonly repaired: { readonly from: string; readonly to: string } | undefined;
}

/** Names shorter than this are too near to ordinary words to be mended. */
const MENDABLE_LENGTH = 4;

/**
 * Reads the text of a slash command.
 * @param namesSector Whether a text names a sector: "electronics share" asks for a share, it does not share anything.
 * @example readCommand('prcie 2024 share', commands, () => false) // "price 2024", shared, "prcie" mended
 */
export function readCommand(
  text: string,
  commands: readonly Command[],
  namesSector: (text: string) => boolean,
): CommandRequest {
  const { rest: typed, share } = takeShare(text.trim(), namesSector);
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(typed) ?? [];
  const named = findCommand(word, commands);
  if (named === undefined) return { request: asking(typed), share, repaired: undefined };
  const { command, mended } = named;
  if ('run' in command && command.takes?.(rest.trim()) === false)
    return { request: asking(typed), share, repaired: undefined };
  const request: Request =
    'run' in command
      ? { kind: 'command', command, rest: rest.trim() }
      : asking(command.toQuestion(rest)?.trim());
  return { request, share, repaired: mended ? { from: word, to: command.name } : undefined };
}

/** @param question Nothing asks for help. */
function asking(question = ''): Request {
  return question === '' ? { kind: 'help' } : { kind: 'question', question };
}

/** In "what is the share" and "market share" the word is part of the question. */
const ASKS_FOR_A_SHARE =
  /\b(?:the|a|an|its|their|of|market|demand|sector|energy|percentage|percent|production|country)$/i;

function takeShare(
  text: string,
  namesSector: (text: string) => boolean,
): { readonly rest: string; readonly share: boolean } {
  const [asked = text] = text.split(/(?<=^|[\s,;-])share$/i, 1);
  if (asked === text) return { rest: text, share: false };
  const before = asked.replace(/(?<![\s,;-])[\s,;-]+$/, '');
  const separator = asked.slice(before.length);
  const plain = separator.trim() === '';
  if (plain && (ASKS_FOR_A_SHARE.test(before) || namesSector(before))) return { rest: text, share: false };
  return { rest: before, share: before !== '' };
}

function findCommand(
  word: string,
  commands: readonly Command[],
): { readonly command: Command; readonly mended: boolean } | undefined {
  const typed = word.toLowerCase();
  const exact = commands.find(({ name }) => name === typed || singular(name) === singular(typed));
  if (exact !== undefined) return { command: exact, mended: false };
  const near = commands.filter(({ name }) => name.length >= MENDABLE_LENGTH && isOneSlipAway(typed, name));
  const [command] = near;
  return command !== undefined && near.length === 1 ? { command, mended: true } : undefined;
}

const singular = (word: string) => word.replace(/s$/, '');

/** One letter too many, too few, wrong, or two neighbours swapped. */
function isOneSlipAway(typed: string, name: string): boolean {
  if (Math.abs(typed.length - name.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === name[start]) start += 1;
  const [a, b] = [typed.slice(start), name.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
