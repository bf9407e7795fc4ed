import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'chart',
  summary: 'A picture: prices, production, sectors or a comparison.',
  usage: '[what] [years]',
  examples: ['chart price since 2021', 'chart sectors 2025'],
  toQuestion: (rest) => `chart of ${rest === '' ? 'prices' : rest.replace(/^of\s+/i, '')}`,
};
