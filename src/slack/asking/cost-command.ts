import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'cost',
  summary: 'What an amount costs, from low to high.',
  usage: '<amount> [year]',
  examples: ['cost 250 kg 2025', 'cost 2 t of oxide 2024'],
  // "cost of 250 kg" is how people go on after the command's name.
  toQuestion: (rest) => (rest === '' ? 'price' : `cost of ${rest.replace(/^of\s+/i, '')}`),
};
