/** Help on what can be done here besides asking for figures; and what only sounds like it. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { checkRows, type Row } from '../rows.ts';

const catalog = await loadCatalog(readDataOptions({}));

const check = (rows: readonly Row[]) => checkRows(rows, catalog, { withOutcome: true });

describe('what can be done', () => {
  check([
    ['how can I create an alert on copper', /^answer: I can write to you when a price passes a line/],
    [
      'do alerts work on production too?',
      /^answer: I can write to you[^]*Production, shares and supply status have no alerts/,
    ],
    ['is there a weekly digest', /^answer: I can post prices/],
    ['how do we enter our prices', /^answer: Prices of your own/],
    ['can you draw graphs', /^answer: I draw prices/],
    ['can I get the figures as a csv', /^answer: I can't send mail or make files/],
    ['who can see my questions', /^answer: Your last question is kept/],
    ['are you a language model', /^answer: No: I use no language model/],
    ['how far back do your prices go', /^answer: I have figures of these years[^]*2021 to 2026/],
    ['which commodities can I ask about', /^answer: Ask me about any of these commodities[^]*Neodymium/],
    ['how do I share answers in our channel', /^answer: Invite me to a channel/],
  ]);
});

describe('what is another question', () => {
  check([
    ['which metals fell in 2025', /^answer: (?!Ask me about)/],
    ['chart nd price since 2021', /^answer: Neodymium/],
    ['how many years of reserves are left', /^(?!answer: I have figures of these years)/],
    ['how do I set the alarm on my phone', /^(?!answer)/],
    ['can you email my landlord', /^(?!answer)/],
    ['rare earth exports 2024', /^answer: Rare earths, exports/],
  ]);
});
