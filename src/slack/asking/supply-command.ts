import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'supply',
  summary: 'Whether supply meets demand.',
  usage: '[year or years]',
  examples: ['supply 2025'],
  toQuestion: (rest) => `supply status ${rest}`,
};
