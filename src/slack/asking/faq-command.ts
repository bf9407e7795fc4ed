import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'faq',
  summary: 'Reasons, outlook and background.',
  usage: '<topic>',
  examples: ['faq recycling', 'faq who mines it?'],
  toQuestion: (rest) => (rest === '' ? undefined : rest),
};
