// Photographs that a browser cannot read: their format, and if they are whole.
"use strict";

const PHOTO_LIMIT_IN_BYTES = 64 * 1024 * 1024;
const PHOTO_LIMIT_IN_PX = 100_000_000;

/** A photograph that cannot be used; `kind` and `format` select its sentence. */
class PhotoFault extends Error {
  constructor(kind, format = "") {
    super(kind);
    this.kind = kind;
    this.format = format;
  }
}

/** The decoded photograph, upright. Throws a PhotoFault. */
async function decodedPhoto(file) {
  if (file.size > PHOTO_LIMIT_IN_BYTES) throw new PhotoFault("large");
  let bytes;
  try {
    bytes = new DataView(await file.arrayBuffer());
  } catch {
    throw new PhotoFault("damaged");
  }
  const format = formatOf(bytes);
  const header = READERS[format]?.(bytes);
  if (bytes.byteLength === 0 || header && !header.isWhole) throw new PhotoFault("damaged");
  if (header && header.width * header.height > PHOTO_LIMIT_IN_PX) throw new PhotoFault("large");
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    throw new PhotoFault(header ? "damaged" : format ? "unread" : "wrong", format);
  }
}

function textAt(bytes, offset, length) {
  const end = Math.min(offset + length, bytes.byteLength);
  let text = "";
  for (let at = offset; at < end; at += 1) text += String.fromCharCode(bytes.getUint8(at));
  return text;
}

/** Name of the format by its signature; undefined for others. */
function formatOf(bytes) {
  const start = textAt(bytes, 0, 512);
  const brand = start.slice(4, 8) === "ftyp" ? start.slice(8, 12) : "";
  if (start.startsWith("\xFF\xD8\xFF")) return "JPEG";
  if (start.startsWith("\x89PNG\r\n\x1A\n")) return "PNG";
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return "WebP";
  if (/^GIF8[79]a/.test(start)) return "GIF";
  if (/^(avif|avis)$/.test(brand)) return "AVIF";
  if (/^(hei[cfmsx]|hev[cx]|mif1|msf1)$/.test(brand)) return "HEIC";
  if (/^(II\*\0|MM\0\*)/.test(start)) return "TIFF";
  if (/<svg[\s>]/.test(start)) return "SVG";
  return undefined;
}

// Size in px, and `isWhole`: browsers show the upper part of a file that ends too early.

const READERS = { JPEG: jpegHeader, PNG: pngHeader, WebP: webpHeader };

/** Source: ITU-T T.81, annex B. */
function jpegHeader(bytes) {
  const header = { width: 0, height: 0, isWhole: false };
  let at = 2;
  while (at + 4 <= bytes.byteLength) {
    const marker = bytes.getUint8(at + 1);
    if (bytes.getUint8(at) !== 0xFF) return header;
    if (marker === 0xFF) { at += 1; continue; }
    // Start of frame, except the tables that have markers of the same range.
    if (marker >= 0xC0 && marker <= 0xCF && ![0xC4, 0xC8, 0xCC].includes(marker)
        && at + 9 <= bytes.byteLength) {
      header.height = bytes.getUint16(at + 5);
      header.width = bytes.getUint16(at + 7);
    }
    at += 2 + bytes.getUint16(at + 2);
    if (marker === 0xDA) at = endOfScan(bytes, at);
    if (at + 2 <= bytes.byteLength && bytes.getUint16(at) === 0xFFD9) {
      return { ...header, isWhole: true };
    }
  }
  return header;
}

/** Offset of the next marker; zeros and restart markers belong to the scan. */
function endOfScan(bytes, start) {
  for (let at = start; at + 2 <= bytes.byteLength; at += 1) {
    if (bytes.getUint8(at) !== 0xFF) continue;
    const marker = bytes.getUint8(at + 1);
    if (marker !== 0 && marker !== 0xFF && !(marker >= 0xD0 && marker <= 0xD7)) return at;
  }
  return bytes.byteLength;
}

/** Source: W3C, PNG, section 5. */
function pngHeader(bytes) {
  if (bytes.byteLength < 24) return { width: 0, height: 0, isWhole: false };
  const header = { width: bytes.getUint32(16), height: bytes.getUint32(20), isWhole: false };
  for (let at = 8; at + 12 <= bytes.byteLength; at += 12 + bytes.getUint32(at)) {
    if (textAt(bytes, at + 4, 4) === "IEND") return { ...header, isWhole: true };
  }
  return header;
}

/** Without the size: the limit in bytes keeps it in bounds. Source: RFC 9649, section 2. */
function webpHeader(bytes) {
  const isWhole = bytes.byteLength >= 12 && bytes.getUint32(4, true) + 8 <= bytes.byteLength;
  return { width: 0, height: 0, isWhole };
}
