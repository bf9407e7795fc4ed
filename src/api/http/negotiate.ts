/** In which format a request is answered: by its parameter, or by what it accepts. */
import { FORMATS, type Format } from './endpoints/endpoint.ts';
import type { Problem } from './problem.ts';

interface Range {
  readonly type: string;
  readonly quality: number;
}

/** The media types of an `Accept` header, the dearest first. */
function rangesOf(accept: string): readonly Range[] {
  return accept
    .split(',')
    .map((one): Range => {
      const [type = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ type, quality }) => type !== '' && quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
}

const fits = (range: string, type: string): boolean =>
  range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));

/**
 * @param formats Those that there are; the first is given where any will do.
 * @param asked The parameter `format`
 */
export function formatFor(
  formats: readonly Format[],
  asked: string | undefined,
  accept = '*/*',
): Format | Problem {
  const known = formats.join(', ');
  if (asked !== undefined) {
    const found = formats.find((format) => format === asked.toLowerCase());
    if (found !== undefined) return found;
    const detail = `there is no such format; there are: ${known}`;
    return { status: 400, detail: `format: ${detail}.`, errors: [{ parameter: 'format', detail }] };
  }
  for (const { type } of rangesOf(accept)) {
    const found = formats.find((format) => fits(type, FORMATS[format]));
    if (found !== undefined) return found;
  }
  return { status: 406, detail: `None of what you accept is given here. There are: ${known}.` };
}
