/** Reads a digest in one line: when it comes, and of what. */
import { parseSchedule, type ParsedSchedule } from '#src/domain/watching/schedules/parse-schedule.ts';
import { takeSchedule } from '#src/domain/watching/requests/times/read-schedule.ts';
import { Rest } from '#src/domain/watching/requests/rest.ts';
import { scheduleOfAsked } from '#src/domain/watching/schedules/schedule-of-asked.ts';
import { zoneNamed } from '#src/domain/watching/schedules/zones.ts';
import { readForm } from '#src/domain/reading/quotes/read-basis.ts';
import { findMaterial, type Material } from '#src/domain/series/material.ts';

interface DigestLine {
  /** `undefined` where nothing is said of when. */
  readonly when: ParsedSchedule | undefined;
  /** Ids of the metals that are named; none where the line names none. */
  readonly metals: readonly string[];
  /** A form was named with them: a digest has every form that is quoted. */
  readonly formNamed: boolean;
}

const LITTLE_WORDS = /^(?:and|of|for|at|on|in|the|prices?|quotes?)$/i;

/** Whoever types it. */
interface Person {
  readonly zone: string;
  /** The day there, as an ISO date. */
  readonly today: string;
}

/** @example readDigestLine('weekly mon 9:00 ndpr', materials, person).metals // ["ndpr"] */
export function readDigestLine(text: string, materials: readonly Material[], person: Person): DigestLine {
  const words = text.split(/[\s,]+/).filter(Boolean);
  const metals: string[] = [];
  const rest: string[] = [];
  let formNamed = false;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const two = findMaterial(materials, `${word} ${words[i + 1] ?? ''}`);
    const found = two ?? findMaterial(materials, word);
    if (found !== undefined) metals.push(found.id);
    else if (readForm(word) !== undefined) formNamed = true;
    else rest.push(word);
    if (two !== undefined) i += 1;
  }
  return {
    when: rest.length === 0 ? undefined : readWhen(rest, person),
    metals: [...new Set(metals)],
    formNamed,
  };
}

/** As one types it, or in other words that say it. A word too many after a time is no part of the time: it is named. */
function readWhen(words: readonly string[], { zone, today }: Person): ParsedSchedule {
  const line = words.join(' ');
  const said = words.filter((word) => !LITTLE_WORDS.test(word));
  const typed = parseSchedule(said.join(' '), zone);
  if (typed.ok) return typed;
  const last = said.at(-1) ?? '';
  if (last.startsWith('#'))
    return {
      ok: false,
      reason: `I can’t tell which channel “${last}” is: choose it from the list that Slack shows while you type its name.`,
    };
  const place = zoneNamed(last, zone);
  if (place !== undefined && 'ask' in place) return { ok: false, reason: place.ask };
  const rest = new Rest(line);
  const read = takeSchedule(rest, today, zone);
  const more = rest.left.match(/[\p{L}\d:.-]+/gu)?.filter((word) => !LITTLE_WORDS.test(word)) ?? [];
  const [cannot] = read.cannot;
  if (cannot !== undefined) return { ok: false, reason: CANNOT[cannot] ?? '' };
  if (read.schedule !== undefined && more.length === 0 && read.unclear.length === 0)
    return scheduleOfAsked(read.schedule);
  if (!/^[\p{L}-]+$/u.test(last) || !parseSchedule(said.slice(0, -1).join(' '), zone).ok) return typed;
  return {
    ok: false,
    reason: `I don’t know “${last}”. After how often and when, I read metals and a time zone: \`weekly mon 9:00 ndpr\` or \`weekly mon 9:00 Europe/Berlin\`.`,
  };
}

/** What is said and can't be had. */
const CANNOT: Readonly<Record<string, string>> = {
  'schedule.every': 'One post a day is the most. Say `daily 9:00`, or other days.',
  'schedule.at': 'One post a day is the most: say one time of day.',
  'schedule.on':
    'The first or last workday of a month can’t be had. Say `monthly first mon 9:00`, or `monthly 1 9:00 holidays DE next`.',
};
