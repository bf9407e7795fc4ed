import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { readCommand } from '#src/slack/commands/read-command.ts';

const namesSector = (text: string) => /electronics|renewables/.test(text);
/** `question` is undefined where help is asked for, or a command is run: `rest` is what it is run on. */
const read = (text: string) => {
  const { request, ...how } = readCommand(text, COMMANDS, namesSector);
  const question = request.kind === 'question' ? request.question : undefined;
  return { ...how, question, ...(request.kind === 'command' ? { rest: request.rest } : {}) };
};

describe('what follows the slash word', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    ['help', undefined],
    ['share', undefined],
    ['price 2024', 'price 2024'],
    ['PRICE 2024', 'price 2024'],
    ['prices 2024', 'price 2024'],
    ['price', 'price'],
    ['cost of 250 kg', 'cost of 250 kg'],
    ['cost 250 kg 2025', 'cost of 250 kg 2025'],
    ['ask why?', 'why?'],
    ['why did it rise?', 'why did it rise?'],
    ['why now', 'why now'],
    ['what does supply look like', 'what does supply look like'],
  ])('%j asks %j', (text, question) => {
    expect(read(text)).toMatchObject({ question, share: false, repaired: undefined });
  });

  it.each([
    ['prcie 2024', 'price', 'price 2024'],
    ['pric 2024', 'price', 'price 2024'],
    ['comprae 2022 and 2023', 'compare', 'compare 2022 and 2023'],
    ['prodution china', 'production', 'production china'],
    ['hlep', 'help', undefined],
  ])('mends %j to %s', (text, to, question) => {
    const [from] = text.split(' ');
    expect(read(text)).toEqual({ question, share: false, repaired: { from, to } });
  });

  it.each([
    ['price 2024 share', 'price 2024', true],
    ['price 2024, share', 'price 2024', true],
    ['why did it rise? Share', 'why did it rise?', true],
    ['electronics 2023 --share', 'electronics 2023', true],
    ['electronics share', 'electronics share', false],
    ['renewables 2024 share', 'renewables 2024 share', false],
    ['what is the share', 'what is the share', false],
    ['china market share', 'china market share', false],
  ])('%j asks %j, shared: %s', (text, question, share) => {
    expect(read(text)).toMatchObject({ question, share });
  });

  it('is never lost: whatever is no command is asked as it was typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const typed = `Why ${text.trim()} now?`;
        expect(read(typed)).toMatchObject({ question: typed, share: false });
        expect(() => read(text)).not.toThrow();
      }),
    );
  });

  it('mends any single slip in any longer name', () => {
    const longer = COMMANDS.filter(({ name }) => name.length >= 4).map(({ name }) => name);
    fc.assert(
      fc.property(
        fc.constantFrom(...longer),
        fc.nat(20),
        fc.constantFrom('drop', 'double'),
        (name, at, slip) => {
          const index = at % name.length;
          const middle = slip === 'drop' ? '' : (name[index] ?? '').repeat(2);
          const typed = `${name.slice(0, index)}${middle}${name.slice(index + 1)}`;
          const { question, rest, repaired } = read(`${typed} 2024`);
          expect(question ?? rest ?? 'help').toContain(name === 'help' ? 'help' : '2024');
          // A lost or added "s" at the end is no slip: it is the same word.
          const same = typed.replace(/s$/, '') === name.replace(/s$/, '');
          expect(repaired).toEqual(same ? undefined : { from: typed, to: name });
        },
      ),
    );
  });
});

it.each([
  ['why', ''],
  ['Why "price 2024"', '"price 2024"'],
  ['gaps', ''],
])('%j is run on %j', (text, rest) => {
  expect(read(text)).toEqual({ question: undefined, rest, share: false, repaired: undefined });
});

describe('the commands', () => {
  it('have a name each, and what help needs', () => {
    expect(COMMANDS.map(({ name }) => name)).toEqual(
      'alert api ask chart compare cost digest faq feeds gaps price production quote sectors sources supply why help'.split(
        ' ',
      ),
    );
    for (const { summary, examples, name } of COMMANDS) {
      expect(summary).toMatch(/\.$/);
      for (const example of examples) expect(example.split(' ')[0]).toBe(name);
    }
  });
});
