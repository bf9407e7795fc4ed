/** How much one person, and one workspace, may have: so that nobody takes from the others what all of them share. */
import type { Standing } from './actor.ts';

export const LIMITED = ['digests', 'alerts', 'quotes', 'questions', 'requests'] as const;
/**
 * Digests and alerts that there are, prices that were entered by hand within a day, questions within a minute, requests to
 * the API within a minute: of these a token stands for a person.
 */
type Limited = (typeof LIMITED)[number];

/** So many for one person, and so many for all of a workspace together. */
interface Most {
  readonly person: number;
  readonly workspace: number;
}

export type Limits = Readonly<Record<Limited, Most>>;

const ANY: Most = { person: Infinity, workspace: Infinity };
/** For whoever runs the bot, and what measures it. */
export const NO_LIMITS: Limits = { digests: ANY, alerts: ANY, quotes: ANY, questions: ANY, requests: ANY };

/** A person of another company has this share of what one of the workspace has, and all of them this share of what all have. */
const OUTSIDE = 1 / 3;

const share = (number: number): number => Math.max(1, Math.floor(number * OUTSIDE));

export function mostOf(limits: Limits, limited: Limited, standing: Standing): Most {
  const { person, workspace } = limits[limited];
  return standing === 'outsider' ? { person: share(person), workspace: share(workspace) } : limits[limited];
}

/** Whose measure is full. */
export type Whose = 'person' | 'workspace';

/** Whose measure is full, so that one more is too many; `undefined` where there is room. @param used So many there are. */
export function whoseIsFull(used: Most, most: Most): Whose | undefined {
  if (used.person >= most.person) return 'person';
  return used.workspace >= most.workspace ? 'workspace' : undefined;
}

/** What is too much, and for how long where it passes by itself. */
export interface Over {
  readonly limited: Limited;
  readonly whose: Whose;
  readonly most: Most;
  /** Milliseconds. */
  readonly waitMs?: number;
}

const SETTINGS: Readonly<Record<Limited, string>> = {
  digests: 'LIMIT_DIGESTS',
  alerts: 'LIMIT_ALERTS',
  quotes: 'LIMIT_QUOTES',
  questions: 'LIMIT_QUESTIONS',
  requests: 'LIMIT_REQUESTS',
};
/** The variable that sets a limit. */
export const settingOf = (limited: Limited): string => SETTINGS[limited];

/** Why somebody may not have one more digest or alert; `undefined` where they may. @param used So many there are. */
export function whyTooMany(
  limited: 'digests' | 'alerts',
  used: Most,
  limits: Limits,
): { readonly why: string } | undefined {
  const most = limits[limited];
  const whose = whoseIsFull(used, most);
  return whose && { why: `*Nothing was set up.* ${overInWords({ limited, whose, most })}` };
}

/** Why one more is too many, what the limit is and what to do, as mrkdwn. Nothing was done is for the caller to say. */
export function overInWords({ limited, whose, most, waitMs = 0 }: Over): string {
  const many = most[whose];
  const number = many.toLocaleString('en');
  const counted = `${number} ${many === 1 ? limited.slice(0, -1) : limited}`;
  const raise = `or have \`${settingOf(limited)}\` raised`;
  const wait = waitInWords(waitMs);
  switch (limited) {
    case 'quotes':
      return whose === 'person'
        ? `You have entered ${number} prices within 24 hours, as many as one person may. Enter it again in ${wait}, ${raise}; whoever runs Lodestone can import a whole table.`
        : `${number} prices were entered in this workspace within 24 hours, as many as may be. Enter it again in ${wait}, ${raise}.`;
    case 'questions':
      return whose === 'person'
        ? `I answer ${number} questions a minute of one person. Ask again in ${wait}.`
        : `I answer ${number} questions a minute of all people here together. Ask again in ${wait}.`;
    case 'requests':
      return whose === 'person'
        ? `One token may ask ${number} times a minute. Ask again in ${wait}, or have LIMIT_REQUESTS raised.`
        : `All tokens of this workspace may ask ${number} times a minute. Ask again in ${wait}, or have LIMIT_REQUESTS raised.`;
    default:
      return whose === 'person'
        ? `You have ${counted}, as many as one person may have. Delete one with ${listOf(limited)}, and try again.`
        : `This workspace has ${counted}, as many as it may have. Delete one of yours with ${listOf(limited)}, ask an admin to delete one, ${raise}.`;
  }
}

const listOf = (limited: 'digests' | 'alerts'): string => `\`/nd ${limited.slice(0, -1)} list\``;

/** Never less than what it takes. @example waitInWords(1200) // "2 seconds" */
function waitInWords(ms: number): string {
  for (const [unit, length] of [
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const) {
    // In minutes up to two hours, in seconds up to two minutes.
    if (ms > 2 * length) return `${Math.ceil(ms / length)} ${unit}s`;
  }
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
