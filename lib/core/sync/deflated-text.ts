/** Text in few characters: deflated, as base64. */
import { fromBase64, toBase64 } from '../matcher/base64';

export async function deflateText(text: string): Promise<string> {
  const source = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return toBase64(new Uint8Array(await new Response(source).arrayBuffer()));
}

/** Null where it is not what `deflateText` wrote, or is longer; a few bytes can stand for gigabytes. */
export async function inflateText(packed: string, maxBytes: number): Promise<string | null> {
  try {
    const source = new Blob([fromBase64(packed)])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = source.getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > maxBytes) {
        await reader.cancel();
        return null;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return null;
  }
}
