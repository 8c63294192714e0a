import { describe, expect, it } from 'vitest'
import { jpegOfPhone, pngWith, webpWith } from '../../../test/make/pictures.ts'
import { barePhoto } from './bare-photo.ts'

const bare = (media: string, bytes: Uint8Array) => Buffer.from(barePhoto(media, bytes) ?? [])
const place = 'GPS 30.2741 N'

describe('a photo', () => {
  it('of a telephone loses place, words and second picture, and stays the same way up', () => {
    const whole = jpegOfPhone(place)
    const left = bare('image/jpeg', whole).toString('latin1')
    expect(left).not.toContain(place)
    // Turned a quarter (6): of Exif the one entry that says so, in front of everything.
    expect(left.slice(2, 12)).toBe('\u00ff\u00e1\u0000\u0022Exif\0\0')
    expect(left.slice(12, 38)).toBe(
      'MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0',
    )
    for (const kept of [
      'JFIF',
      'colours',
      'tables',
      '\u0001\u0002\u00ff\u0000\u0003\u00ff\u00d0\u0004\u00ff\u00d9',
    ])
      expect(left).toContain(kept)
    expect(left.endsWith('\u00ff\u00d9')).toBe(true)
    expect(bare('image/jpeg', bare('image/jpeg', whole)).toString('latin1')).toBe(left)
  })

  it('that was cut off, or is none, is broken; no bytes make it throw', () => {
    const whole = jpegOfPhone(place)
    const cut = whole.subarray(0, whole.indexOf(Buffer.from([0xff, 0xd9])))
    for (let size = 2; size < cut.length; size += 1)
      expect(barePhoto('image/jpeg', cut.subarray(0, size))).toBeNull()
    for (const [media, bytes] of [
      ['image/png', pngWith(place)],
      ['image/webp', webpWith(place)],
    ] as const)
      for (let size = 12; size < bytes.length - place.length; size += 1)
        barePhoto(media, bytes.subarray(0, size))
    expect(barePhoto('image/png', pngWith(place).subarray(0, 60))).toBeNull()
    expect(barePhoto('image/webp', webpWith(place).subarray(0, 40))).toBeNull()
  })

  it('of other kinds loses words beside the picture, and announces none', () => {
    const png = bare('image/png', pngWith(place)).toString('latin1')
    expect(png).not.toContain(place)
    expect(png).toMatch(/IHDR.*IDATpicture.*IEND/s)
    const webp = bare('image/webp', webpWith(place))
    expect(webp.toString('latin1')).not.toContain(place)
    expect(webp.toString('latin1')).toContain('VP8 \u0007\0\0\0picture')
    expect([webp.readUInt32LE(4), webp[20]]).toEqual([webp.length - 8, 0])
  })

  it('is all that is changed: a PDF stays as it is', () => {
    const other = Buffer.from('%PDF-1.7')
    expect(barePhoto('application/pdf', other)).toBe(other)
  })
})
