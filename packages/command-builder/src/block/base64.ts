const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64. The platform's own functions differ between Node and browsers. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(bits >> shift) & 63] ?? '');
    text += letters.slice(0, c !== undefined ? 4 : b !== undefined ? 3 : 2).join('');
    text += c !== undefined ? '' : b !== undefined ? '=' : '==';
  }
  return text;
}

/** The bytes of base64. */
export function bytesOfBase64(text: string): Uint8Array {
  const letters = text.replace(/[^A-Za-z0-9+/]/g, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of letters) {
    held = (held << 6) | ALPHABET.indexOf(letter);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
    held &= (1 << bits) - 1;
  }
  return bytes;
}

/** Text as UTF-8. */
export function bytesOfText(text: string): Uint8Array {
  const percent = encodeURIComponent(text).replace(
    /%([0-9A-F]{2})|(.)/g,
    (_, hex: string | undefined, letter: string) =>
      String.fromCharCode(hex === undefined ? letter.charCodeAt(0) : Number.parseInt(hex, 16)),
  );
  return Uint8Array.from(percent, (letter) => letter.charCodeAt(0));
}
