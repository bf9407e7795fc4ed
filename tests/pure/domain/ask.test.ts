/** The single door, by cases and by properties. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Line, Span } from '#src/domain/answer.ts';
import { ask } from '#src/domain/asking/ask.ts';
import { printedQuantity } from '#src/domain/series/figures.ts';
import type { Quantity } from '#src/domain/measure/figure.ts';
import { isNumeric } from '#src/domain/series/metal.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { anyCharacter } from '../../any-character.ts';
import { cases } from '../../cases.ts';

const catalog = await loadCatalog(readDataOptions({ DATA_DIR: 'tests/pure/packs' }));
const now = new Date('2026-11-23T12:00:00');
const answer = (text: string, previous?: Question) => ask(text, catalog, { now, previous });
const say = (text: string, previous?: Question) => renderPlainText(answer(text, previous));
const firstLine = (text: string, previous?: Question) => say(text, previous).split('\n')[0];

/** A talk: each question is read against the one before it. The first lines of the answers. */
function talk(...questions: readonly string[]): readonly (string | undefined)[] {
  let previous: Question | undefined;
  return questions.map((text) => {
    const given = answer(text, previous);
    previous = given.question;
    return renderPlainText(given).split('\n')[0];
  });
}

describe('the figure comes first, with unit and kind', () => {
  test.each([
    ['price in 2024', 'Neodymium, 2024: $125/kg (estimate)'],
    ['nd price', 'Neodymium oxide, 99.5 % minimum, 2025: $73/kg (estimate)'],
    ['terbium price 2022', 'Terbium oxide, 99.99 % minimum, 2022: $2,051/kg'],
    ['usgs price 2024', 'Neodymium oxide, 99.5 % minimum, 2024: $56/kg'],
    ['price per tonne 2022', 'Neodymium, 2022: $92,000/t (estimate)'],
    ['2021 to 2023 prices', 'Neodymium, 2021 to 2023: $75/kg to $110/kg (estimate)'],
    [
      'how much did neodymium rise from 2021 to 2025?',
      'Neodymium price, 2021 to 2025: +33 % to +73 % (+53 % between midpoints)',
    ],
    ['what does 250 kg cost in 2023', '250 kg of neodymium, 2023: $27,500 (estimate)'],
    ['1.5 t at 2025 prices', '1.5 t of neodymium, 2025: $150,000 to $195,000 (estimate)'],
    ['renewables share 2023', 'Neodymium, 2023: Renewable energy 31 %'],
    [
      'when did renewables overtake electronics',
      'Renewable energy passed electronics in 2025: 37 % against 32 %',
    ],
    ['production 2026', 'Neodymium, world production, 2026: 65,500 t (projection)'],
    [
      'how much rare earth did China mine in 2024',
      'Rare earths, production, China, 2024: 270,000 t (estimate)',
    ],
    ['supply situation 2025', 'Neodymium supply, 2025: shortage'],
    ['rare earth reserves in Brazil', 'Rare earths, reserves in Brazil, USGS MCS 2026: 11,000,000 t'],
    ['terbium vs dysprosium price 2023', '2023, oxide: Terbium $1,298/kg; Dysprosium $330/kg'],
    ['cheapest year', 'Neodymium, lowest price 2021 to 2025: $75/kg in 2021 (estimate)'],
  ])('%s', (question, expected) => {
    expect(firstLine(question)).toBe(expected);
  });
});

describe('what to beware of is said', () => {
  test('sources that disagree are both shown', () => {
    expect(say('price in 2024')).toMatch(
      /USGS MCS 2026 has \$56\/kg for oxide.*disagree, and an oxide is not the metal/,
    );
  });

  test('a range in the report’s text beside its table', () => {
    expect(say('price in 2021')).toMatch(
      /own text gives \$70 to \$90\/kg for 2021, beside \$75\/kg in its table/,
    );
  });

  test('a projection is no quote for today', () => {
    expect(say('price today')).toMatch(
      /observed price for 2026, only a projection, and I have no price for today/,
    );
  });

  test('a month gets the year’s figure, and is told so', () => {
    expect(say('price in March 2023')).toMatch(
      /\$110\/kg[\s\S]*yearly figures only, nothing for “March 2023”/,
    );
  });

  test('magnets are not neodymium', () => {
    const text = say('what do 250 kg of magnets cost in 2025');
    expect(text).toMatch(
      /250 kg of NdFeB magnets is not 250 kg of neodymium: it holds 66\.75 kg, assuming pure Nd2Fe14B/,
    );
    expect(text).not.toMatch(/\$25,000/);
  });

  test('an older edition that differs is shown, never mixed in', () => {
    expect(say('rare earth production 2024')).toMatch(
      /380,000 t[\s\S]*USGS MCS 2025, an older edition, had 390,000 t/,
    );
  });

  test('no change is worked out across editions', () => {
    // MCS 2026 begins in 2021; 2020 stands in MCS 2025 only, which ends in 2024.
    expect(say('usgs price 2021')).toMatch(/2021: \$98\/kg\n2022 is given as/);
    expect(say('neodymium oxide price change from 2020 to 2025')).toMatch(
      /\$49\/kg in 2020, \$73\/kg in 2025[\s\S]*different editions[\s\S]*no change is worked out/,
    );
    expect(firstLine('neodymium oxide price change from 2020 to 2024')).toMatch(/2020 to 2024: \+14\.3 %/);
    expect(say('neodymium oxide prices 2020 to 2025')).toMatch(/USGS MCS 2025 and MCS 2026, oxide/);
    expect(say('neodymium oxide price 2020 vs 2025')).toMatch(
      /different editions, so no change is worked out/,
    );
  });

  test('no exchange rate, no conversion', () => {
    expect(say('price in euros 2023')).toMatch(/\$110\/kg[\s\S]*no exchange rate of a year to EUR/);
  });

  test('what the shares leave over is no sector’s', () => {
    expect(say('breakdown by sector 2024')).toMatch(/nothing about the other 32 %/);
    expect(answer('defense demand share').outcome).toBe('none');
    expect(say('defense demand share')).not.toMatch(/\d ?%/);
  });
});

describe('"I don’t know" says what there is instead', () => {
  test.each([
    ['price in 2015', /no price of neodymium for 2015[\s\S]*2021 to 2026 from the Farmonaut report/],
    ['price in 2040', /no price of neodymium for 2040/],
    ['copper price 2024', /nothing on copper[\s\S]*yearly figures for neodymium/],
    ['terbium production 2019', /no production of terbium|no .*production of rare earths for 2019/],
    ['asdf qwer zxcv', /don’t know/],
  ])('%s', (question, expected) => {
    const given = answer(question);
    expect(given.outcome).toBe('none');
    expect(given.suggestions.length).toBeGreaterThan(0);
    expect(renderPlainText(given)).toMatch(expected);
  });

  test('every example that it offers has an answer', () => {
    const offered = ['asdf', 'price in 2015', 'copper price', 'help'].flatMap((q) => answer(q).suggestions);
    expect(offered.filter((s) => answer(s.ask).outcome !== 'answer')).toEqual([]);
  });
});

describe('two-turn talk', () => {
  test('a year, a metal and a unit are filled in', () => {
    expect(talk('price 2023', 'and 2024?', 'what about terbium?', 'and in tonnes?')).toEqual([
      'Neodymium, 2023: $110/kg (estimate)',
      'Neodymium, 2024: $125/kg (estimate)',
      'Terbium oxide, 99.99 % minimum, 2024: $810/kg (estimate)',
      'Terbium oxide, 99.99 % minimum, 2024: $810,000/t (estimate)',
    ]);
  });

  test('a sector, an amount and a country are replaced', () => {
    expect(talk('renewables share 2023', 'what about electronics?')[1]).toBe(
      'Neodymium, 2023: Electronics 36 %',
    );
    expect(talk('what do 250 kg cost in 2023', 'and 500 kg?')[1]).toBe(
      '500 kg of neodymium, 2023: $55,000 (estimate)',
    );
    expect(talk('production 2023', 'and China?')[1]).toBe(
      'Rare earths, production, China, 2023: 255,000 t (estimate)',
    );
  });

  test('a whole question is not a follow-up', () => {
    expect(talk('terbium price 2022', 'neodymium production 2023')[1]).toBe(
      'Neodymium, world production, 2023: 53,400 t',
    );
  });
});

describe('several questions in one', () => {
  test('two metrics of one year', () => {
    expect(say('price and production in 2024')).toMatch(/\$125\/kg[\s\S]*56,800 t/);
  });

  test('each sentence with a year of its own', () => {
    expect(say('price 2022; renewables 2023; usgs 2024')).toMatch(/\$92\/kg[\s\S]*31 %[\s\S]*\$56\/kg/);
  });

  test('what there is no data on is named beside what there is', () => {
    expect(say('price of copper? and nd 2024?')).toMatch(/nothing on copper[\s\S]*\$125\/kg/);
  });
});

const isFigure = (span: Span) => typeof span === 'object' && ('quantity' in span || 'change' in span);
/** Means, and the contained metal of an oxide in an FAQ answer, are computed, and say so. */
const computed = (text: string, given: Answer) => text.includes('average') || given.faq !== null;

describe('properties', () => {
  const word = fc.constantFrom(
    ...'price cost production share sectors supply reserves china us brazil neodymium nd terbium Dy copper renewables electronics defence magnets oxide usgs report 2019 2021 2023 2024 2025 2026 2031 since until vs and per kg t lb 250 1.5 10k how much why what is the of in history chart compare highest lowest average rise fall % over 80 $1000 EUR last year next month now ? ! ; forecast cagr'.split(
      ' ',
    ),
  );
  const marketText = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  const anyText = fc.oneof(
    marketText,
    fc.string({ unit: anyCharacter, maxLength: 400 }),
    fc.string({ maxLength: 4000 }),
  );

  const spansOf = (line: Line): readonly Span[] =>
    line.flatMap((span) => (typeof span === 'object' && 'strong' in span ? spansOf(span.strong) : [span]));
  const quantitiesOf = (given: Answer): readonly Quantity[] =>
    given.parts
      .flatMap((p) => [p.headline, ...p.body, ...p.cautions, ...(p.table?.rows.flat() ?? [])])
      .flatMap(spansOf)
      .flatMap((span) => (typeof span === 'object' && 'quantity' in span ? [span.quantity] : []));

  test('any text gets an answer, whatever came before it; low is never above high', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, text) => {
        const given = ask(text, catalog, { now, previous: answer(before).question });
        expect(given.parts.length).toBeGreaterThan(0);
        for (const { range } of quantitiesOf(given)) expect(range.low).toBeLessThanOrEqual(range.high);
        expect(given.confidence).toBeGreaterThanOrEqual(0);
        expect(given.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: cases(200) },
    );
  });

  test('no price per kilogram is made up: each stands in a data file, unless a mean was asked for; and every figure cites a source', () => {
    const known = new Set(
      catalog.metals
        .flatMap((m) => m.series.filter(isNumeric))
        .flatMap((s) =>
          s.points.flatMap((p) => {
            // What a rounded figure may be stands beside it where the rounding matters.
            const { range, printed = range } = printedQuantity(p, s.unit);
            return [range, printed].map(({ low, high }) => `${low} ${high} ${s.unit}`);
          }),
        ),
    );
    let made: readonly string[] = [];
    let bare: readonly string[] = [];
    fc.assert(
      fc.property(marketText, (text) => {
        const given = answer(text);
        made = computed(text, given)
          ? []
          : quantitiesOf(given)
              .filter((q) => q.unit === 'USD/kg')
              // An offer is the asker's own: "terbium is 80, too much?".
              .filter((q) => !text.includes(String(q.range.low)))
              .map((q) => `${q.range.low} ${q.range.high} ${q.unit}`)
              .filter((q) => !known.has(q));
        bare = given.parts
          .filter((p) => spansOf(p.headline).some(isFigure) && p.citations.length === 0)
          .map((p) => p.topic);
        return made.length === 0 && bare.length === 0;
      }),
      { numRuns: cases(600) },
    );
    expect({ made, bare }).toEqual({ made: [], bare: [] });
  });
});
