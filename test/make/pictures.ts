/** Files of each kind that an account may keep, as small as they can be: enough for what reads their structure. */
const text = (words: string) => Buffer.from(words, 'latin1')

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** The coded data of a scan, with a stuffed 0xFF and a restart in it. */
const coded = Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])

/** What a telephone writes: which way up (6: turned a quarter) and a place, in Exif; words of an editor; a second picture behind. */
export function jpegOfPhone(place = 'GPS 30.2741 N 120.1551 E'): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II*\0\u0008\0\0\0\u0001\0', 'latin1')
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(6, 18)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, text('JFIF\0\u0001\u0002\0\0\u0001\0\u0001\0\0')),
    segment(0xe1, Buffer.concat([text('Exif\0\0'), tiff, text(place)])),
    segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0<xmp>${place}</xmp>`)),
    segment(0xe2, text('ICC_PROFILE\0\u0001\u0001colours')),
    segment(0xed, text(`Photoshop 3.0\0${place}`)),
    segment(0xfe, text(place)),
    segment(0xc4, text('tables')),
    segment(0xda, text('scan')),
    coded,
    Buffer.from([0xff, 0xd9]),
    text(`second picture ${place}`),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  return Buffer.concat([size, text(name), data, Buffer.alloc(4)])
}

export function pngWith(words: string): Buffer {
  return Buffer.concat([
    text('\u0089PNG\r\n\u001a\n'),
    chunk('IHDR', Buffer.alloc(13)),
    chunk('tEXt', text(`Comment\0${words}`)),
    chunk('eXIf', text(words)),
    chunk('IDAT', text('picture')),
    chunk('IEND', Buffer.alloc(0)),
    text(words),
  ])
}

function riff(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(data.length)
  return Buffer.concat([text(name), size, data, Buffer.alloc(data.length % 2)])
}

export function webpWith(words: string): Buffer {
  const inside = Buffer.concat([
    text('WEBP'),
    riff('VP8X', Buffer.from([0b1100, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riff('VP8 ', text('picture')),
    riff('EXIF', text(words)),
    riff('XMP ', text(words)),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(inside.length)
  return Buffer.concat([text('RIFF'), size, inside])
}

export const pdf = text('%PDF-1.7\n%%EOF\n')
