/** A subcommand of `/nd`: what only asks is a line of a table, and what does more is a file beside its feature. */
import type { WebClient } from '@slack/web-api';
import type { Actor } from '#src/access/actor.ts';
import type { CommandHelp } from '#src/presentation/help.ts';
import type { ListenerDeps } from '../deps.ts';
import type { Post } from '../send.ts';

/** The slash word itself. */
export const SLASH_COMMAND = '/nd';

/** A command that stands for a question. */
export interface AskingCommand extends CommandHelp {
  /**
   * The question that a command stands for; `undefined` shows help.
   * @param rest What follows the command's name, trimmed; may be empty.
   * @example price.toQuestion('2024') // "price 2024"
   */
  toQuestion(rest: string): string | undefined;
}

/** A channel that was chosen from Slack's list while typing. */
export interface NamedChannel {
  readonly id: string;
  /** Empty where Slack does not say. */
  readonly name: string;
}

/** Who called a command, where, and with what. */
export interface CommandCall {
  /** What follows the command's name, trimmed; may be empty. */
  readonly rest: string;
  /** Who called it; their workspace's data is what it is about. */
  readonly actor: Actor;
  readonly channel: string;
  /** The channels that are named in the line, as they stand in `rest`: by name. */
  readonly channels: readonly NamedChannel[];
  /** Opens a modal, within three seconds. */
  readonly triggerId: string;
  readonly client: WebClient;
  /** Answers the caller alone: what a command shows is nobody else's. Answers to questions alone are shared. */
  readonly post: Post;
}

/** A command that does something, after Slack has had its ack. */
export interface ActingCommand extends CommandHelp {
  /** Whether what follows the name is meant for the command; if not, the whole is a question that only begins with it. */
  takes?(rest: string): boolean;
  /** Tells the caller what came of it, also where it can't be done; throws only what nobody foresaw. */
  run(call: CommandCall, deps: ListenerDeps): Promise<void>;
}

export type Command = AskingCommand | ActingCommand;
