/** A picture as PNG, in the browser: the same drawing, with its title and description inside the file. */
import { HeadwaterError } from "./error.js";
import type { Picture } from "./types.js";

/**
 * Turns a picture into a PNG file that carries its title and description. Needs a browser; the page's policy must
 * allow `blob:` images.
 *
 * @param options.scale pixels of the file for each CSS pixel, more than 0; default 2. Less where the file would be
 *   longer than 8,192 pixels on a side.
 * @example
 * const file = await toPng(drawFishbone(plan.fishbone()), { scale: 2 });
 */
export async function toPng(picture: Picture, options: { scale?: number } = {}): Promise<Blob> {
  const { svg, width, height, title, summary } = picture;
  const scale = Math.min(Math.max(options.scale ?? 2, 0.1), 8192 / width, 8192 / height);
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!drawn) throw new Error("The canvas is too large.");
    // Text chunks stand after the signature and the header, which are 33 bytes (PNG specification, 5.3 and 11.3.3.4).
    return new Blob([drawn.slice(0, 33), words("Title", title), words("Description", summary), drawn.slice(33)], {
      type: "image/png",
    });
  } catch (cause) {
    throw new HeadwaterError("engine/load-failed", "This browser could not turn the picture into a PNG.", { cause });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** An iTXt chunk: a keyword and UTF-8 text. */
function words(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, checksum(body));
  return chunk;
}

/** CRC-32 as PNG asks for it (ISO 3309). */
function checksum(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
