import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'help',
  summary: 'This list.',
  usage: '',
  examples: ['help'],
  toQuestion: () => undefined,
};
