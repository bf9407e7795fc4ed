/** Texts in encodings of before UTF-8, by what a decoder makes of all their bytes. */

const MAPS = new Map<string, ReadonlyMap<string, readonly number[]>>();

function mapOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = MAPS.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const high = Array.from({ length: 128 }, (_, i) => 128 + i);
  const pairs = high.flatMap((lead) => Array.from({ length: 256 }, (_, trail) => [lead, trail]));
  const made = new Map<string, readonly number[]>();
  for (const bytes of [...high.map((byte) => [byte]), ...pairs]) {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (Array.from(text).length === 1 && text !== '\uFFFD' && !made.has(text)) made.set(text, bytes);
  }
  MAPS.set(encoding, made);
  return made;
}

export function encodeLegacy(text: string, encoding: string): Uint8Array {
  const map = mapOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((sign) => {
      if (sign < '\u0080') return [sign.charCodeAt(0)];
      const bytes = map.get(sign);
      if (bytes === undefined) throw new Error(`${encoding} has no ${sign}`);
      return bytes;
    }),
  );
}
