import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { renderChart } from '#src/presentation/chart-message.ts';
import { renderHelp } from '#src/presentation/help.ts';
import { renderHome } from '#src/presentation/home-view.ts';
import { anyAnswer, anyText, answerOf, pricePart } from './answers.ts';
import { expectAcceptable, expectEscaped } from './slack-rules.ts';
import { cases } from '../../cases.ts';

const price = { name: 'price', summary: 'What it cost.', usage: '[year]', examples: ['price 2024'] };
const anyCommand = fc.record({ name: anyText, summary: anyText, usage: anyText, examples: fc.constant([]) });
const offered = (text: string) => ({ label: text, ask: text, need: { metals: [text] } });
/** Large inputs take long to shrink. */
const many = { numRuns: cases(30), interruptAfterTimeLimit: 8000, endOnFailure: true };

describe('help', () => {
  it('lists the commands and offers examples', () => {
    const { text, blocks } = renderHelp('/nd', [price], [{ label: 'price in 2023', ask: 'price in 2023' }]);
    expect(text).toContain('/nd price [year]: What it cost.');
    expect(JSON.stringify(blocks)).toContain('`/nd price [year]` What it cost.');
    expect(blocks.at(-1)).toMatchObject({
      type: 'actions',
      elements: [{ action_id: `${ACTIONS.ask}:0`, value: 'price in 2023' }],
    });
  });

  it('stays within Slack’s limits', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), fc.array(anyText), (commands, texts) => {
        const { text, blocks } = renderHelp('/nd', commands, texts.map(offered));
        expect(text.length).toBeLessThanOrEqual(4000);
        expectEscaped(text);
        expectAcceptable(blocks, 50);
      }),
      many,
    );
  });
});

describe('the App Home', () => {
  it('shows the newest figures, examples, one’s own questions and the commands', () => {
    const home = renderHome({
      slash: '/nd',
      commands: [price],
      newest: [answerOf([pricePart])],
      others: 120,
      examples: [offered('top producers')],
      recent: ['why?'],
    });
    const shown = JSON.stringify(home.blocks);
    for (const part of [
      '$125/kg',
      'USGS MCS 2026',
      '120 other commodities',
      'top producers',
      'why?',
      '/nd price [year]',
    ]) {
      expect(shown).toContain(part);
    }
  });

  it('stays within Slack’s limits', () => {
    fc.assert(
      fc.property(
        fc.array(anyAnswer, { maxLength: 5 }),
        fc.array(anyText, { maxLength: 8 }),
        fc.array(anyCommand, { maxLength: 12 }),
        (newest, texts, commands) => {
          const home = renderHome({
            slash: '/nd',
            commands,
            newest,
            others: texts.length,
            examples: texts.map(offered),
            recent: texts,
          });
          expect(home.type).toBe('home');
          expectAcceptable(home.blocks, 100);
        },
      ),
      many,
    );
  });
});

describe('a chart', () => {
  const picture = { url: 'https://charts.test/c', altText: 'Up from $75/kg to $125/kg', title: 'Price' };

  it('is a picture with its trend in words, or the words alone', () => {
    expect(renderChart(picture, true)).toMatchObject({
      text: 'Price: Up from $75/kg to $125/kg',
      blocks: [{ type: 'image', alt_text: 'Up from $75/kg to $125/kg' }],
    });
    expect(JSON.stringify(renderChart(picture, false).blocks)).toContain('Up from $75/kg to $125/kg');
  });

  it('stays within Slack’s limits', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.boolean(), (title, altText, shown) => {
        const words = { title: `t${title}`, altText: `a${altText}` };
        expectAcceptable(renderChart({ ...picture, ...words }, shown).blocks, 50);
      }),
      many,
    );
    expectAcceptable(renderChart(undefined, true).blocks, 50);
    expect(renderChart({ ...picture, url: `https://x.test/${'x'.repeat(3000)}` }, true).blocks).toMatchObject(
      [{ type: 'section' }],
    );
  });
});
