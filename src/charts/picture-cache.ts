/** Pictures that were drawn lately, up to so many bytes; the one not asked for longest goes first. */
import { LRUCache } from 'lru-cache';

export interface CachedPicture {
  readonly png: Buffer;
  readonly etag: string;
  /** `specEdition` of what it shows. */
  readonly edition: string;
  /** Whose quotes it shows; of figures that are everybody's, nobody's. */
  readonly of?: { readonly team: string; readonly series: string } | undefined;
}

interface PictureCache {
  get(key: string): CachedPicture | undefined;
  set(key: string, picture: CachedPicture): void;
  /** Drops the pictures that match. */
  forget(matches: (picture: CachedPicture) => boolean): void;
}

export function createPictureCache(mostBytes: number): PictureCache {
  const pictures = new LRUCache<string, CachedPicture>({
    maxSize: mostBytes,
    sizeCalculation: ({ png }) => png.length,
  });
  return {
    get: (key) => pictures.get(key),
    set: (key, picture) => void pictures.set(key, picture),
    forget: (matches) => {
      const gone = [...pictures.entries()].filter(([, picture]) => matches(picture));
      for (const [key] of gone) pictures.delete(key);
    },
  };
}
