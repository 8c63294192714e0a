/**
 * A photo without what its camera wrote beside the picture: place, time, device, owner, the small picture of before it was cropped.
 * The picture itself is copied byte for byte; its colours (ICC) and which way up it is stay. Null: the file is broken.
 */
export function barePhoto(media: string, bytes: Uint8Array): Uint8Array | null {
  if (media === 'image/jpeg') return bareJpeg(bytes)
  if (media === 'image/png') return barePng(bytes)
  return media === 'image/webp' ? bareWebp(bytes) : bytes
}

const [SOI, EOI, SOS, COMMENT] = [0xd8, 0xd9, 0xda, 0xfe]
/** Segments of applications, 0 to 15. */
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef]

/** ITU T.81: segments from marker to marker, and after each start of a scan coded data until the next marker that is no restart. */
function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  if (bytes[1] !== SOI) return null
  let up = 1
  for (let at = 2; at < bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) {
      // What follows belongs to no picture: second pictures, films, and what they say of the place.
      kept.push(bytes.subarray(at, at + 2))
      return joined(up === 1 ? kept : [kept[0] ?? bytes, whichWayUp(up), ...kept.slice(1)])
    }
    const size = 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (size < 4 || at + size > bytes.length) return null
    const segment = bytes.subarray(at, at + size)
    if (marker === APP1) up = wayUpOf(segment) ?? up
    if (isPicture(marker, segment)) kept.push(segment)
    at += size
    if (marker !== SOS) continue
    const from = at
    while (at < bytes.length && !(bytes[at] === 0xff && isMarker(bytes[at + 1] ?? 0))) at += 1
    kept.push(bytes.subarray(from, at))
  }
  return null
}

/** Within coded data 0xFF00 is a byte, and 0xFFD0 to 0xFFD7 are restarts. */
function isMarker(byte: number): boolean {
  return byte !== 0 && (byte < 0xd0 || byte > 0xd7)
}

/** Of the applications' segments those that say how to read the picture: JFIF, its colours, Adobe's way of writing them. */
function isPicture(marker: number, segment: Uint8Array): boolean {
  if (marker === APP0) return named(segment, 'JFIF\0')
  if (marker === APP2) return named(segment, 'ICC_PROFILE\0')
  if (marker === APP14) return named(segment, 'Adobe')
  return marker < APP0 || (marker > APP15 && marker !== COMMENT)
}

function named(segment: Uint8Array, name: string): boolean {
  return [...name].every((sign, i) => segment[4 + i] === sign.charCodeAt(0))
}

/** The orientation (1 to 8) that an Exif segment tells in its first directory; undefined where it tells none. */
function wayUpOf(segment: Uint8Array): number | undefined {
  if (!named(segment, 'Exif\0\0')) return undefined
  const view = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10)
  if (view.byteLength < 8) return undefined
  const little = view.getUint16(0) === 0x4949
  const first = view.getUint32(4, little)
  if (first + 2 > view.byteLength) return undefined
  const count = view.getUint16(first, little)
  for (let i = 0; i < count; i += 1) {
    const entry = first + 2 + 12 * i
    if (entry + 12 > view.byteLength) return undefined
    if (view.getUint16(entry, little) !== 0x0112) continue
    const up = view.getUint16(entry + 8, little)
    return up >= 1 && up <= 8 ? up : undefined
  }
  return undefined
}

/** An Exif segment that says the orientation and nothing else. */
function whichWayUp(up: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, up, 0, 0, 0, 0, 0, 0]
  return Uint8Array.from([0xff, APP1, 0, 2 + exif.length + tiff.length, ...exif, ...tiff])
}

/** PNG (ISO 15948): a chunk is its length, its name, its data and a check of both; these of them are words about the picture. */
const wordsOfPng = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'dSIG'])

function barePng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const size = 12 + view.getUint32(at)
    if (at + size > bytes.length) return null
    const name = nameAt(bytes, at + 4)
    if (!wordsOfPng.has(name)) kept.push(bytes.subarray(at, at + size))
    if (name === 'IEND') return joined(kept)
    at += size
  }
  return null
}

/** WebP (RFC 9649): EXIF and XMP chunks go, and the flags in VP8X that announce them. */
function bareWebp(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return null
  const kept: Uint8Array[] = []
  for (let at = 12; at + 8 <= end;) {
    const length = view.getUint32(at + 4, true)
    const size = 8 + length + (length % 2)
    if (at + 8 + length > end) return null
    const name = nameAt(bytes, at)
    const chunk = bytes.slice(at, at + size)
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0b1100
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk)
    at += size
  }
  if (kept.length === 0) return null
  const whole = joined([bytes.subarray(0, 12), ...kept])
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return whole
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
