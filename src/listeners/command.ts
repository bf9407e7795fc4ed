/** A subcommand of `/nd`: one file in `commands/`, and nothing else to register. */
import type { CommandHelp } from '#src/presentation/help.ts';

/** The slash word itself. */
export const SLASH_COMMAND = '/nd';

export interface Command extends CommandHelp {
  /**
   * The question that a command stands for; `undefined` shows help.
   * @param rest What follows the command's name, trimmed; may be empty.
   * @example price.toQuestion('2024') // "price 2024"
   */
  toQuestion(rest: string): string | undefined;
}
