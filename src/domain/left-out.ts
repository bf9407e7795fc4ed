/** What a question named and nothing of its answer used: said beside the figures, so that silence misleads nobody. */
import type { Answer, Line } from './answer.ts';
import { listInWords } from './topics/topic.ts';

/** What was named, as typed or by its full name: "RUB", "copper", "30 %". */
export interface LeftOut {
  readonly words: string;
  /** `subject`: another metal or good; `currency`: without a rate; the rest is named as it stands. */
  readonly kind:
    | 'subject'
    | 'currency'
    | 'place'
    | 'purity'
    | 'form'
    | 'time'
    | 'number'
    | 'rate'
    | 'percent'
    | 'arithmetic'
    | 'words';
}

/** The lines that say so; none where nothing was left out. @example "I did not use: 30 %, week 27." */
export function leftOutLines(items: readonly LeftOut[]): Line[] {
  const named = (wanted: (kind: LeftOut['kind']) => boolean) => [
    ...new Set(items.filter(({ kind }) => wanted(kind)).map(({ words }) => words)),
  ];
  const subjects = named((kind) => kind === 'subject');
  const currencies = named((kind) => kind === 'currency');
  const others = named((kind) => kind !== 'subject' && kind !== 'currency');
  return [
    ...(subjects.length > 0 ? [[`I have nothing on ${listInWords(subjects, 'or')}.`]] : []),
    ...currencies.map((code): Line => [`No exchange rate to ${code} is set up, so it stays as it is.`]),
    ...(others.length > 0 ? [[`I did not use: ${others.join(', ')}.`]] : []),
  ];
}

/** The answer with what it left out said under its last part; one without figures has nothing to add it to. */
export function sayLeftOut(answer: Answer, items: readonly LeftOut[]): Answer {
  const lines = leftOutLines(items);
  const last = answer.parts.at(-1);
  if (lines.length === 0 || last === undefined || answer.outcome !== 'answer') return answer;
  return {
    ...answer,
    parts: [...answer.parts.slice(0, -1), { ...last, cautions: [...last.cautions, ...lines] }],
  };
}
