/** All subcommands of `/nd`: a new one is a line here, and where it does more than ask, a file of its own. */
import { alertCommand } from '../alerts/alert-command.ts';
import { apiCommand } from '../api/api-command.ts';
import { ASKING_COMMANDS } from '../asking/commands.ts';
import { whyCommand } from '../asking/why-command.ts';
import type { Command } from './command.ts';
import { digestCommand } from '../digests/digest-command.ts';
import { gapsCommand } from '../feedback/gaps-command.ts';
import { feedsCommand } from '../quotes/feeds-command.ts';
import { quoteCommand } from '../quotes/quote-command.ts';

const ALL: readonly Command[] = [
  ...ASKING_COMMANDS,
  alertCommand,
  apiCommand,
  digestCommand,
  feedsCommand,
  gapsCommand,
  quoteCommand,
  whyCommand,
];

/** By name, as help and the manifest list them; `help` last. */
export const COMMANDS: readonly Command[] = ALL.toSorted((a, b) => {
  const last = Number(a.name === 'help') - Number(b.name === 'help');
  return last === 0 ? a.name.localeCompare(b.name, 'en') : last;
});
