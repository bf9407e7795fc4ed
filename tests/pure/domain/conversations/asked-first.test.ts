/** What is asked for comes first: yes or no, up or down, the year, the tonnes, the price of one, and thanks for thanks. */
import { describe } from 'vitest';
import { loadCatalog } from '#src/platform/catalog.ts';
import { after } from './conversation.ts';

const all = await loadCatalog({ dataDir: 'data', faqDir: 'faq', defaultMetal: 'neodymium' });
const one = (question: string, wanted: RegExp) => {
  after([], [question], wanted, all);
};

describe('at its highest', () => {
  one(
    'is gold at an all time high',
    /^answer: No. Gold metal, Jun 2026: \$4,228\/troy oz, -15.8 % from the highest/,
  );
  one('is copper at a record high', /^answer: Yes. Copper metal, Jun 2026/);
  one('is lithium at its lowest', /^answer: Yes. Lithium/);
  one('is nd at its peak', /^answer: The ranges leave that open. Neodymium/);
  one(
    'how far is lithium below its peak',
    /^answer: Lithium, carbonate, battery grade, 2025: \$9,000\/t \(estimate\), -85.9 %/,
  );
  one('what is the highest gold price', /^answer: Gold metal, highest price/);
  after(['is gold at an all time high'], ['and silver', 'silver?'], /No. Silver metal, Jun 2026/, all);
  after(
    ['lithium price'],
    ['how far are we from the peak', 'how far off its high is it'],
    /-85.9 % from the highest/,
    all,
  );
});

describe('which way, and which year', () => {
  one('are nd prices going up or down', /^answer: Up by the Farmonaut report, down by USGS MCS 2026. /);
  one('is lithium rising or falling', /^answer: Down. /);
  one('are copper prices rising or falling', /^answer: Up. Copper metal price, Jun 2025/);
  one('has gold fallen since march 2026', /^answer: Yes. Gold/);
  one('which was more expensive 2022 or 2023', /^answer: 2023 by the Farmonaut report, 2022 by USGS/);
  one('which year was cheaper, 2021 or 2024, for terbium', /^answer: 2024. /);
  one('what happened to palladium since 2021', /^answer: Palladium metal price, 2021 to 2025: -54.5 %/);
  after(['did tin rise in 2024'], ['and lead?'], /^answer: No. Lead/, all);
});

describe('what is asked of it', () => {
  after(
    ['cobalt congo share of world'],
    ['how many tonnes', 'in tonnes', 'how much is that in tonnes'],
    /production, Congo \(Kinshasa\), 2025: 230,000 t/,
    all,
  );
  after(
    ['1 t gallium in eur'],
    ['per kg', 'and per kg?', 'how much is that per kg'],
    /Gallium metal, US imports, 2025: €513.01\/kg/,
    all,
  );
  after(['tell me about beryllium'], ['price'], /US|2025: \$1,600\/kg \(estimate\)\nUSGS/, all);
  after(['tell me about beryllium'], ['what for', 'what is it used for'], /Beryllium, other: 28 %/, all);
  after(['lithium price'], ['since when do you have it', 'how far back'], /2021 to 2025: \$11,700/, all);
  after(
    ['copper price'],
    ['who publishes it', 'when was it updated', 'who says so'],
    /^answer: Copper: /,
    all,
  );
  after(
    ['rare earth imports of the us from where', 'and tungsten'],
    ['what is that in percent'],
    /Tungsten.*China 26 %/,
    all,
  );
  one('what percent of neodymium goes to electronics', /Electronics 30 %/);
  one('a quarter tonne of nd budget', /^answer: 0.25 t of neodymium, 2025: \$25,000/);
  one('we need 3 tons of dysprosium per quarter, budget for 2025', /\$717,000 a quarter, \$2,868,000 a year/);
  one('where do the copper figures come from', /^answer: Copper: /);
  after(
    ['800 kg of nd'],
    ['and at 120', 'at 120?', 'what about at 120'],
    /^answer: 800 kg at \$120\/kg: \$96,000/,
    all,
  );
  after(['800 kg of nd'], ['and 120'], /^answer: 120 kg of neodymium/, all);
  after(['5000 magnets of 20 g each'], ['at 120'], /^(?:none|suggest)/, all);
  one('does indonesia export nickel', /I have no exports of nickel for Indonesia/);
  one('how many people work at us rare earth mines nowadays', /United States, 2025: 670 people/);
  one('thx', /welcome/);
  one('bye', /Goodbye/);
  one('hello', /Hello/);
});
