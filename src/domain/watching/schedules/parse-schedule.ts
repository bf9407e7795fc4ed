/** Reads the one-line form of a schedule, as the database keeps it and as people type it. */
import { Cron } from 'croner';
import { MOST_TIMES, type Around, type Schedule } from './schedule.ts';
import { zoneNamed } from './zones.ts';
import { UnreadLine, isoDay, readScheduleWords } from './parse-days.ts';

/** A schedule read from text, or what is wrong with the text, in a sentence that says what to type instead. */
export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: Schedule; readonly zone: string | undefined }
  | { readonly ok: false; readonly reason: string };

const LITTLE = /^(?:at|on|the|every|each|and)$/i;
const CRON = /^\s*cron:?\s+(\d+)\s+(\d+)\s+(\S+\s+\S+\s+\S+)(?=\s|$)/i;
const ANY_CRON = /^\s*cron\b/i;

const CLAUSES = {
  anchor: /\ssince\s(\d{4}-\d{2}-\d{2})(?=\s|$)/i,
  from: /\s(?:from|starting)\s(\d{4}-\d{2}-\d{2})(?=\s|$)/i,
  until: /\suntil\s(\d{4}-\d{2}-\d{2})(?=\s|$)/i,
  times: /\s(\d{1,4})\stimes(?=\s|$)/i,
  holidays: /\sholidays\s([a-z]{2}(?:-[a-z0-9]{1,3})?)\s(skip|next)(?=\s|$)/i,
} as const;

/**
 * Reads the one-line form. Time defaults to 9:00; a zone may follow.
 * @param own The zone of whoever types it: an abbreviation of several zones is theirs where it is among them.
 * @example parseSchedule('weekly mon 9:00 Europe/Berlin') // { ok: true, schedule: { every: 'week', ... }, zone: 'Europe/Berlin' }
 */
export function parseSchedule(text: string, own?: string): ParsedSchedule {
  try {
    const { left, around } = takeClauses(` ${text.trim().replaceAll(/\s+/gu, ' ')}`);
    const cron = CRON.exec(left);
    if (cron !== null) return readCron(cron, left, around, own);
    if (ANY_CRON.test(left)) throw new UnreadLine(WHICH_CRON);
    const words = left.split(/[\s,]+/).filter((word) => word !== '' && !LITTLE.test(word));
    const { zone, before } = takeZone(words, own);
    return { ok: true, schedule: { ...readScheduleWords(before), ...around }, zone };
  } catch (error) {
    if (error instanceof UnreadLine) return { ok: false, reason: error.message };
    throw error;
  }
}

/** What stands behind the days and the time: beginning, end, holidays. */
function takeClauses(text: string): { readonly left: string; readonly around: Around } {
  let left = text;
  const take = (pattern: RegExp): readonly string[] | undefined => {
    const found = pattern.exec(left);
    if (found === null) return undefined;
    left = `${left.slice(0, found.index)}${left.slice(found.index + found[0].length)}`;
    return found.slice(1);
  };
  const dated = (name: 'anchor' | 'from' | 'until') => {
    const [date] = take(CLAUSES[name]) ?? [];
    return date === undefined ? {} : { [name]: isoDay(date) };
  };
  const dates = { ...dated('anchor'), ...dated('from'), ...dated('until') };
  const [times] = take(CLAUSES.times) ?? [];
  const [country, instead] = take(CLAUSES.holidays) ?? [];
  const around: Around = {
    ...dates,
    ...(times === undefined ? {} : { times: timesOf(Number(times)) }),
    ...(country === undefined
      ? {}
      : {
          holidays: {
            country: country.toUpperCase(),
            instead: instead?.toLowerCase() === 'next' ? 'next' : 'skip',
          },
        }),
  };
  if (around.from !== undefined && around.until !== undefined && around.until < around.from)
    throw new UnreadLine(
      `It would end on ${around.until}, before it begins on ${around.from}. Turn the dates round.`,
    );
  return { left, around };
}

function timesOf(times: number): number {
  if (times >= 1 && times <= MOST_TIMES) return times;
  throw new UnreadLine(
    `It can come 1 to ${MOST_TIMES} times, not ${times}. Or say until when, as in \`until 2027-03-31\`.`,
  );
}

const WHICH_CRON =
  'A cron line has five fields, with one minute and one hour, for one post a day is the most: `cron 0 9 1-7 * 1`.';

function readCron(
  found: RegExpExecArray,
  text: string,
  around: Around,
  own: string | undefined,
): ParsedSchedule {
  const [all, minute = '', hour = '', fields = ''] = found;
  const on = fields.toLowerCase().replace(/\s+/g, ' ');
  const after = text.slice(all.length).split(/\s+/).filter(Boolean);
  const { zone, before } = takeZone(['cron', ...after], own);
  if (before.length > 1)
    throw new UnreadLine(`I don’t know “${before.slice(1).join(' ')}” behind a cron line. ${WHICH_CRON}`);
  if (Number(minute) > 59 || Number(hour) > 23) throw new UnreadLine(WHICH_CRON);
  try {
    void new Cron(`0 0 ${on}`, { timezone: 'UTC', paused: true });
  } catch {
    throw new UnreadLine(`I can’t read the days of the cron line “${on}”. ${WHICH_CRON}`);
  }
  const time = { hour: Number(hour), minute: Number(minute) };
  return { ok: true, schedule: { every: 'cron', on, time, ...around }, zone };
}

/** The zone at the end, in up to three words: "London time", "new york", "CET". The first word is never one. */
function takeZone(
  words: readonly string[],
  own: string | undefined,
): { readonly zone: string | undefined; readonly before: readonly string[] } {
  const isTime = /^time$/i.test(words.at(-1) ?? '');
  const before = isTime ? words.slice(0, -1) : words;
  for (const count of [2, 1]) {
    if (before.length <= count) continue;
    const name = before.slice(-count).join(' ');
    const named = zoneNamed(name, own);
    if (named === undefined) continue;
    if ('ask' in named) throw new UnreadLine(named.ask);
    return { zone: named.zone, before: before.slice(0, -count) };
  }
  return { zone: undefined, before: words };
}
