/** A time that is not understood has no figure: not that of another time in its place. */
import type { Line, TopicId } from '#src/domain/answer.ts';
import type { When } from '#src/domain/measure/times/when.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { missing, type TopicContext, type TopicResult } from './topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

type Unread = Extract<When, { readonly kind: 'unread' }>;

/**
 * The first time of a question that names none that there is ("Q5 2026", "the last few days", "in 3000"); `undefined` where
 * there is none such. A part of a year ("mid-2024") is of that year.
 */
export function timeUnread({ when, years }: Pick<Question, 'when' | 'years'>): Unread | undefined {
  return when
    .filter((time) => time.kind === 'unread')
    .find(({ yearly, reason, either }) => yearly !== true && (years.length === 0 || (reason && !either)));
}

/** That there is no figure for it, and what may be asked. */
export function answerUnread(topic: TopicId, { metal }: TopicContext, { text, reason }: Unread): TopicResult {
  const why: Line[] = reason === undefined ? [] : [[`${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`]];
  return missing(
    topic,
    [`“${text}” names no time that I have figures for, so there is none in its place`],
    [...why, ['Say a year, or a span of years: “2024”, “2021 to 2023”, “the last 3 years”.']],
    [askFor(metal, 'price')],
  );
}
