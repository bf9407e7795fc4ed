/** A chart as a message shows it. Charts make the link; whoever renders is handed the function that does. */
import type { ImageBlock } from '@slack/types';
import type { Answer } from '#src/domain/answer.ts';
import type { ChartSubject } from '#src/domain/series/chart-subject.ts';
import { LIMITS } from './limits.ts';

interface Named {
  /** States the trend and its ends, for those who can't see the picture. */
  readonly altText: string;
  readonly title: string;
}

/** At an address, or a file that was uploaded to Slack. */
export type Picture = Named & ({ readonly url: string } | { readonly fileId: string });

/** `undefined` where there is nothing to draw. */
export type DrawChart = (subject: ChartSubject) => Picture | undefined;

/** A picture that may first have to be drawn and uploaded. Never throws. */
export type FindPicture = (subject: ChartSubject) => Promise<Picture | undefined>;

/**
 * Gets the pictures that an answer shows at once, so that it can then be rendered in one go, more than once.
 * @param find `undefined` where charts are off.
 * @returns the answer to render, where charts are off without any: nor a button for one
 */
export async function drawAhead(
  answer: Answer,
  find: FindPicture | undefined,
): Promise<{ readonly answer: Answer; readonly draw: DrawChart | undefined }> {
  const { parts } = answer;
  if (find === undefined)
    return {
      answer: { ...answer, parts: parts.map((part) => ({ ...part, chart: undefined })) },
      draw: undefined,
    };
  const wanted = parts.flatMap(({ chart, chartWanted }) => (chart && chartWanted === true ? [chart] : []));
  const pictures = new Map(
    await Promise.all(wanted.map(async (subject) => [JSON.stringify(subject), await find(subject)] as const)),
  );
  return { answer, draw: (subject) => pictures.get(JSON.stringify(subject)) };
}

function shorten(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(0, room - 1);
  return `${cut.slice(0, Math.max(0, cut.search(/(?<!\S)\S*$/))).trimEnd()}…`;
}

/** An image block, without a title, for the picture has its own in it; `undefined` where the link is longer than Slack takes. */
export function pictureBlock(picture: Picture): ImageBlock | undefined {
  if ('url' in picture && picture.url.length > LIMITS.imageUrl) return undefined;
  return {
    type: 'image',
    ...('url' in picture ? { image_url: picture.url } : { slack_file: { id: picture.fileId } }),
    alt_text: shorten(picture.altText, LIMITS.imageAlt),
  };
}
