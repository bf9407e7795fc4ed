/** Each cell of the table of who may do what, written down a second time: a change of one wants a change of the other. */
import { describe, expect, it } from 'vitest';
import { STANDINGS } from '#src/access/actor.ts';
import { NO_LIMITS } from '#src/access/limits.ts';
import { may, relationOf, TABLE, type Action, type House } from '#src/access/may.ts';
import { whyNot } from '#src/access/refusals.ts';

const OPEN: House = { channelsByAdmins: false, entering: 'everyone', limits: NO_LIMITS };
const STRICT: House = { channelsByAdmins: true, entering: 'admins', limits: NO_LIMITS };
const NAMED: House = { channelsByAdmins: false, entering: ['U1'], limits: NO_LIMITS };

/** Admin, member, guest, outsider: `y` may, `-` may not; in a house that is open, and in one that is strict. */
const CELLS: readonly (readonly [string, open: string, strict: string])[] = [
  ['ask figures', 'yyyy', 'yyyy'],
  ['ask quotes', 'yyy-', 'yyy-'],
  ['ask files', 'yyy-', 'yyy-'],
  ['share answer', 'yyyy', 'yyyy'],
  ['quotes enter', 'yy--', 'y---'],
  ['quotes undo', 'yy--', 'y---'],
  ['quotes import', 'yy--', 'y---'],
  ['quotes decide', 'y---', 'y---'],
  ['look feeds', 'yy--', 'yy--'],
  ['look gaps', 'y---', 'y---'],
  ['api tokens', 'y---', 'y---'],
  ['create to-self', 'yyy-', 'yyy-'],
  ['create to-channel', 'yy--', 'y---'],
  ['see own', 'yyy-', 'yyy-'],
  ['see own-in-channel', 'yyy-', 'yyy-'],
  ['see here', 'yy--', 'yy--'],
  ['see elsewhere', 'y---', 'y---'],
  ['see private', '----', '----'],
  ['stop own', 'yyy-', 'yyy-'],
  ['stop own-in-channel', 'yyy-', 'yyy-'],
  ['stop here', 'y---', 'y---'],
  ['stop elsewhere', 'y---', 'y---'],
  ['stop private', '----', '----'],
  ['change own', 'yyy-', 'yyy-'],
  ['change own-in-channel', 'yy--', 'y---'],
  ['change here', 'y---', 'y---'],
  ['change elsewhere', 'y---', 'y---'],
  ['change private', '----', '----'],
  ['strays delete', 'y---', 'y---'],
];

const pairs = CELLS.map(([name]) => name);
const each = CELLS.flatMap(([name, open, strict]) =>
  STANDINGS.flatMap((standing, i) => [
    { name, standing, house: 'open', expected: open[i] === 'y' },
    { name, standing, house: 'strict', expected: strict[i] === 'y' },
  ]),
);

const housed = (house: string): House => (house === 'open' ? OPEN : STRICT);
const isAction = (word: string): word is Action => Object.hasOwn(TABLE, word);
const isObject = (word: string): word is never =>
  Object.values(TABLE).some((objects) => Object.hasOwn(objects, word));

/** An action and its object by name; as `never` the object fits any action. */
function rowNamed(name: string): readonly [Action, never] {
  const [action = '', object = ''] = name.split(' ');
  if (!isAction(action) || !isObject(object)) throw new Error(`no row is called ${name}`);
  return [action, object];
}

it('has a line here for each row', () => {
  const rows = Object.entries(TABLE).flatMap(([action, objects]) =>
    Object.keys(objects).map((object) => `${action} ${object}`),
  );
  expect(rows.toSorted()).toEqual([...pairs].toSorted());
});

it.each(each)('$name as $standing in a house that is $house: $expected', ({ expected, ...cell }) => {
  const who = { standing: cell.standing, user: 'U1' };
  expect(may(who, ...rowNamed(cell.name), housed(cell.house))).toBe(expected);
  // Whoever is refused is told why; nobody else is.
  const why = whyNot(who, ...rowNamed(cell.name), housed(cell.house));
  expect((why ?? '').length > 20).toBe(!expected);
});

it.each([
  ['admin', true],
  ['member', true],
  ['guest', true],
  ['outsider', false],
] as const)('whom the feeds file names enters prices: as %s %s', (standing, expected) => {
  expect(may({ standing, user: 'U1' }, 'quotes', 'enter', NAMED)).toBe(expected);
  expect(may({ standing, user: 'U2' }, 'quotes', 'enter', NAMED)).toBe(false);
});

describe('how a digest or an alert stands to whoever asks for it', () => {
  const asker = { user: 'U1', channel: 'C1' };
  it.each([
    [{ owner: 'U1', channel: 'U1' }, 'own'],
    [{ owner: 'W2', channel: 'U1' }, 'own'],
    [{ owner: 'U1', channel: 'C1' }, 'own-in-channel'],
    [{ owner: 'U1', channel: 'C2' }, 'own-in-channel'],
    [{ owner: 'U2', channel: 'C1' }, 'here'],
    [{ owner: 'U2', channel: 'C2' }, 'elsewhere'],
    [{ owner: 'U2', channel: 'U2' }, 'private'],
    [{ owner: 'W2', channel: 'W2' }, 'private'],
  ] as const)('%o: %s', (owned, relation) => {
    expect(relationOf(asker, owned)).toBe(relation);
  });

  it('from no channel at all, nothing is here', () => {
    expect(relationOf({ user: 'U1', channel: undefined }, { owner: 'U2', channel: 'C1' })).toBe('elsewhere');
  });
});
