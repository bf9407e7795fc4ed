/** How large a ZIP's files are once they are unpacked, by its directory: a small file may hold gigabytes. */
import { FeedError } from '#src/quotes/feeds/feed.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** A directory's end may have a remark behind it, of at most so many bytes. */
const MOST_REMARK = 65_535;

const broken = () => new FeedError('this is a workbook (.xlsx) that is cut off or damaged: save it again');

/** Bytes of all files of a ZIP, as its directory says. @throws FeedError where it has no directory */
export function sheetSizes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_BYTES;
  const first = Math.max(0, end - MOST_REMARK);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw broken();
  let at = view.getUint32(end + 16, true);
  let size = 0;
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) throw broken();
    size += view.getUint32(at + 24, true);
    at +=
      ENTRY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return size;
}
