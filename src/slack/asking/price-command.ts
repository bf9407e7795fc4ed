import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'price',
  summary: 'What a metal cost in a year, or over years.',
  usage: '[metal] [year or years]',
  examples: ['price 2024', 'price dysprosium since 2021'],
  toQuestion: (rest) => `price ${rest}`,
};
