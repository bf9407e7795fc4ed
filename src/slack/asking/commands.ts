/** The commands that stand for a question: a line each. */
import type { AskingCommand } from '#src/slack/commands/command.ts';

export const ASKING_COMMANDS: readonly AskingCommand[] = [
  {
    name: 'ask',
    summary: 'Any question, in your own words.',
    usage: '<question>',
    examples: ['ask why did the price go up?'],
    toQuestion: (rest) => (rest === '' ? undefined : rest),
  },
  {
    name: 'chart',
    summary: 'A picture: prices, production, sectors or a comparison.',
    usage: '[what] [years]',
    examples: ['chart price since 2021', 'chart sectors 2025'],
    toQuestion: (rest) => `chart of ${rest === '' ? 'prices' : rest.replace(/^of\s+/i, '')}`,
  },
  {
    name: 'compare',
    summary: 'Two years, metals or sectors side by side.',
    usage: '<this> <with that>',
    examples: ['compare 2022 and 2025', 'compare neodymium with terbium'],
    toQuestion: (rest) => (rest === '' ? 'compare prices' : `compare ${rest}`),
  },
  {
    name: 'cost',
    summary: 'What an amount costs, from low to high.',
    usage: '<amount> [year]',
    examples: ['cost 250 kg 2025', 'cost 2 t of oxide 2024'],
    // "cost of 250 kg" is how people go on after the command's name.
    toQuestion: (rest) => (rest === '' ? 'price' : `cost of ${rest.replace(/^of\s+/i, '')}`),
  },
  {
    name: 'faq',
    summary: 'Reasons, outlook and background.',
    usage: '<topic>',
    examples: ['faq recycling', 'faq who mines it?'],
    toQuestion: (rest) => (rest === '' ? undefined : rest),
  },
  {
    name: 'price',
    summary: 'What a metal cost in a year, or over years.',
    usage: '[metal] [year or years]',
    examples: ['price 2024', 'price dysprosium since 2021'],
    toQuestion: (rest) => `price ${rest}`,
  },
  {
    name: 'production',
    summary: 'How much is produced, in the world or by country.',
    usage: '[country] [year or years]',
    examples: ['production 2024', 'production china'],
    toQuestion: (rest) => `production ${rest}`,
  },
  {
    name: 'sectors',
    summary: 'Who uses it: shares of demand by sector.',
    usage: '[year or years]',
    examples: ['sectors 2025', 'sectors since 2021'],
    toQuestion: (rest) => `breakdown by sector ${rest}`,
  },
  {
    name: 'sources',
    summary: 'Where the figures come from, and where sources disagree.',
    usage: '[metal]',
    examples: ['sources', 'sources usgs'],
    toQuestion: (rest) => `sources ${rest}`,
  },
  {
    name: 'supply',
    summary: 'Whether supply meets demand.',
    usage: '[year or years]',
    examples: ['supply 2025'],
    toQuestion: (rest) => `supply status ${rest}`,
  },
  {
    name: 'help',
    summary: 'This list.',
    usage: '',
    examples: ['help'],
    toQuestion: () => undefined,
  },
];
