/** The sentence that would make what a list shows. */
import { escapeMrkdwn } from '#src/presentation/mrkdwn.ts';

/** A line, as mrkdwn; none where no sentence says it. */
export const saidAs = (sentence: string | undefined): readonly string[] =>
  sentence === undefined ? [] : [`In words: _${escapeMrkdwn(sentence)}_`];
