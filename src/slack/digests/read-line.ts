/** Reads a digest in one line: when it comes, and of what. */
import { askZone, parseSchedule, type ParsedSchedule } from '#src/domain/watching/parse-schedule.ts';
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

const LITTLE_WORDS = /^(?:and|of|for|prices?|quotes?)$/i;

/** @example readDigestLine('weekly mon 9:00 ndpr', materials).metals // ["ndpr"] */
export function readDigestLine(text: string, materials: readonly Material[]): DigestLine {
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
    else if (!LITTLE_WORDS.test(word)) rest.push(word);
    if (two !== undefined) i += 1;
  }
  return { when: rest.length === 0 ? undefined : readWhen(rest), metals: [...new Set(metals)], formNamed };
}

/** A word too many after a time is no part of the time: it is named. */
function readWhen(words: readonly string[]): ParsedSchedule {
  const when = parseSchedule(words.join(' '));
  const last = words.at(-1) ?? '';
  if (when.ok || askZone(last) !== undefined) return when;
  if (last.startsWith('#'))
    return {
      ok: false,
      reason: `I can’t tell which channel “${last}” is: choose it from the list that Slack shows while you type its name.`,
    };
  if (!/^[\p{L}-]+$/u.test(last) || !parseSchedule(words.slice(0, -1).join(' ')).ok) return when;
  return {
    ok: false,
    reason: `I don’t know “${last}”. After how often and when, I read metals and a time zone: \`weekly mon 9:00 ndpr\` or \`weekly mon 9:00 Europe/Berlin\`.`,
  };
}
