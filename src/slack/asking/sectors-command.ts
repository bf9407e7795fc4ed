import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'sectors',
  summary: 'Who uses it: shares of demand by sector.',
  usage: '[year or years]',
  examples: ['sectors 2025', 'sectors since 2021'],
  toQuestion: (rest) => `breakdown by sector ${rest}`,
};
