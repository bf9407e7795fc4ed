import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'production',
  summary: 'How much is produced, in the world or by country.',
  usage: '[country] [year or years]',
  examples: ['production 2024', 'production china'],
  toQuestion: (rest) => `production ${rest}`,
};
