/** A chart as a message shows it. Charts make the link; whoever renders is handed the function that does. */
import type { ImageBlock } from '@slack/types';
import type { ChartSubject } from '#src/domain/answer.ts';
import { LIMITS } from './limits.ts';

export interface Picture {
  readonly url: string;
  /** States the trend and its ends, for those who can't see the picture. */
  readonly altText: string;
  readonly title: string;
}

/** `undefined` where there is nothing to draw. */
export type DrawChart = (subject: ChartSubject) => Picture | undefined;

function shorten(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, room - 1).replace(/\s*\S*$/, '')}…`;
}

/** An image block; `undefined` where the link is longer than Slack takes. */
export function pictureBlock(picture: Picture): ImageBlock | undefined {
  if (picture.url.length > LIMITS.imageUrl) return undefined;
  return {
    type: 'image',
    image_url: picture.url,
    alt_text: shorten(picture.altText, LIMITS.imageAlt),
    title: { type: 'plain_text', text: shorten(picture.title, LIMITS.imageTitle), emoji: false },
  };
}
