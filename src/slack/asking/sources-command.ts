import type { Command } from '#src/slack/command.ts';

export const command: Command = {
  name: 'sources',
  summary: 'Where the figures come from, and where sources disagree.',
  usage: '[metal]',
  examples: ['sources', 'sources usgs'],
  toQuestion: (rest) => `sources ${rest}`,
};
