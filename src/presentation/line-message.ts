/** A message of one or a few lines of mrkdwn: what came of a command or a press. */
import { LIMITS } from './limits.ts';
import { MAY_BE_PUBLIC } from '#src/access/audience.ts';
import type { Message, PublicMessage } from './message.ts';
import { escapeMrkdwn } from './text/mrkdwn.ts';
import { sections } from './sections.ts';

/** @param lines Escaped where they carry what somebody typed. */
export function lineMessage(...lines: readonly string[]): Message {
  return { text: lines.join('\n').slice(0, LIMITS.messageText), blocks: [...sections(lines)] };
}

/** `never` for any text that is not known when it is compiled. */
type Fixed<Words extends string> = {} extends Record<Words, true> ? never : Words;

/** A line of the app's own for all to see: by its type, nothing that somebody typed, asked or set up can be in it. */
export function fixedLine<const Words extends string>(words: Fixed<Words>): PublicMessage {
  return { ...lineMessage(words), [MAY_BE_PUBLIC]: true };
}

/** Why something typed could not be read: what was typed is escaped, and examples in backquotes stay code. */
export function escapeReason(reason: string): string {
  return reason
    .split(/(`[^`]*`)/)
    .map((part) => (/^`[\w:/.,% -]+`$/.test(part) ? part : escapeMrkdwn(part)))
    .join('');
}

/** Lines to copy, as code: "`…` or `…`". */
export function inCode(lines: readonly string[]): string {
  return lines.map((line) => `\`${escapeMrkdwn(line.replaceAll('`', ''))}\``).join(' or ');
}
