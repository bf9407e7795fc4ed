/** Judges regular expressions with recheck: whether a text may take them time by more than its length. */
import { createRequire } from 'node:module';
import type { Pattern } from './find.ts';

export type Verdict = 'safe' | 'polynomial' | 'exponential' | 'unknown';

export interface Judged {
  readonly verdict: Verdict;
  /** The text that takes long, as an expression; or why nobody can tell. */
  readonly why: string;
}

/** What of recheck is used. */
interface Recheck {
  checkSync(
    source: string,
    flags: string,
    options: { readonly timeout: number; readonly randomSeed: number },
  ): {
    readonly status: 'safe' | 'vulnerable' | 'unknown';
    readonly complexity?: { readonly type: string; readonly summary: string };
    readonly attack?: { readonly pattern: string };
    readonly error?: { readonly kind: string; readonly message?: string };
  };
}

/** Milliseconds for one pattern; the longest word table takes 50 s. */
const PATIENCE = 60_000;
/** Of what is tried at random, so that two runs say the same. */
const SEED = 1;

/** Loaded when there is something to judge: its binaries for each platform are left alone, for they judge apart. */
function loadRecheck(): Recheck {
  process.env['RECHECK_SYNC_BACKEND'] = 'pure';
  const recheck: Recheck = createRequire(import.meta.url)('recheck');
  return recheck;
}

/** Takes from milliseconds to a minute. */
export function judge(pattern: Pattern): Judged {
  const { source, flags } = inOlderWords(pattern);
  const options = { timeout: PATIENCE, randomSeed: SEED };
  const { status, complexity, attack, error } = loadRecheck().checkSync(source, flags, options);
  if (status === 'safe') return { verdict: 'safe', why: '' };
  if (status === 'vulnerable')
    return {
      verdict: complexity?.type === 'polynomial' ? 'polynomial' : 'exponential',
      why: `${complexity?.summary ?? 'slow'}, by ${attack?.pattern ?? 'an unknown text'}`,
    };
  return { verdict: 'unknown', why: error?.message ?? error?.kind ?? 'recheck does not say' };
}

/** What a class of the v flag alone may hold: sets in sets, differences, cuts and strings. */
const SETS = /\[[^\]]*(?:\[|--|&&|\\q)/;

/** recheck knows neither the flags v and d, nor a name that two branches share: where they change nothing, it is asked without. */
function inOlderWords({ source, flags }: Pattern): Pattern {
  return {
    source: source.includes('\\k<') ? source : source.replaceAll(/\(\?<(?![=!])[^>]+>/g, '('),
    flags: (SETS.test(source) ? flags : flags.replace('v', 'u')).replace('d', ''),
  };
}
