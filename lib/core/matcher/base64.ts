/** Bytes as text, since not every browser keeps typed arrays in extension storage. */

interface Native {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

/** Characters a call; more arguments than this overflow the stack. */
const CHUNK = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  }
  return btoa(binary);
}

/** Throws where the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  // The second way takes ten times as long; only browsers of before 2025 go it.
  return (
    (Uint8Array as Native).fromBase64?.(text) ??
    Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  );
}
