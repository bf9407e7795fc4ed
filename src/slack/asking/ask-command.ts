import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'ask',
  summary: 'Any question, in your own words.',
  usage: '<question>',
  examples: ['ask why did the price go up?'],
  toQuestion: (rest) => (rest === '' ? undefined : rest),
};
