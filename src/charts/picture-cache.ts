/** Pictures that were drawn lately, up to so many bytes; the one not asked for longest goes first. */
export interface CachedPicture {
  readonly png: Buffer;
  readonly etag: string;
  /** `specEdition` of what it shows. */
  readonly edition: string;
  /** Whose quotes it shows; of figures that are everybody's, nobody's. */
  readonly of?: { readonly team: string; readonly series: string } | undefined;
}

export interface PictureCache {
  get(key: string): CachedPicture | undefined;
  set(key: string, picture: CachedPicture): void;
  /** Drops the pictures that match. */
  forget(matches: (picture: CachedPicture) => boolean): void;
}

export function createPictureCache(mostBytes: number): PictureCache {
  // A Map keeps the order in which keys were set: the first is the oldest.
  const pictures = new Map<string, CachedPicture>();
  let bytes = 0;
  return {
    get(key) {
      const found = pictures.get(key);
      if (found !== undefined) {
        pictures.delete(key);
        pictures.set(key, found);
      }
      return found;
    },
    set(key, picture) {
      bytes += picture.png.length - (pictures.get(key)?.png.length ?? 0);
      pictures.delete(key);
      pictures.set(key, picture);
      for (const [oldest, { png }] of pictures) {
        if (bytes <= mostBytes || oldest === key) break;
        pictures.delete(oldest);
        bytes -= png.length;
      }
    },
    forget(matches) {
      for (const [key, picture] of pictures) {
        if (!matches(picture)) continue;
        pictures.delete(key);
        bytes -= picture.png.length;
      }
    },
  };
}
