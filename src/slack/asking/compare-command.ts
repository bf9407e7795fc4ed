import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'compare',
  summary: 'Two years, metals or sectors side by side.',
  usage: '<this> <with that>',
  examples: ['compare 2022 and 2025', 'compare neodymium with terbium'],
  toQuestion: (rest) => (rest === '' ? 'compare prices' : `compare ${rest}`),
};
