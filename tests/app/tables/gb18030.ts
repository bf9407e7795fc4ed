/** Text in GB18030, as far as its pairs of bytes go: made by asking the decoder what each pair is. */
const BYTES = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0xa1; lead <= 0xf7; lead += 1)
  for (let trail = 0xa1; trail <= 0xfe; trail += 1)
    BYTES.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);

/** @throws where a character has no pair */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
      const pair = BYTES.get(character);
      if (pair === undefined) throw new Error(`${character} has no pair`);
      return [...pair];
    }),
  );
}
