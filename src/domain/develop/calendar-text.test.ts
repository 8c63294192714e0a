import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarText } from './calendar-text.ts'

const stamp = '2026-01-05T04:00:00.123Z'
const one = { uid: 'a1-2026-01-05@tonnage', day: '2026-01-31', summary: '拜访 永盛' }

/** Read back as RFC 5545 says, by other means than it was written: unfolded, then cut at the first colon. */
function read(text: string): readonly (readonly [name: string, value: string])[] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line): readonly [string, string] => {
      const at = line.indexOf(':')
      const value = line.slice(at + 1).replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
      return [line.slice(0, at), value]
    })
}

describe('a calendar', () => {
  it('is a text of whole days, the end being the day after', () => {
    const text = calendarText('赵磊的拜访', [one], stamp)
    expect(text.slice(0, 17)).toBe('BEGIN:VCALENDAR\r\n')
    const lines = read(text)
    expect(lines.filter(([name]) => /^(UID|DT|SUMMARY|TRANSP)/.test(name))).toEqual([
      ['UID', one.uid],
      ['DTSTAMP', '20260105T040000Z'],
      ['DTSTART;VALUE=DATE', '20260131'],
      ['DTEND;VALUE=DATE', '20260201'],
      ['SUMMARY', '拜访 永盛'],
      ['TRANSP', 'TRANSPARENT'],
    ])
    expect(lines.filter(([name]) => name === 'BEGIN').map(([, value]) => value)).toEqual([
      'VCALENDAR',
      'VEVENT',
    ])
  })

  it('no name breaks out of its line', () => {
    const summary = 'A\r\nEND:VEVENT\nX:\\n;,\u0000\u2028B'
    const text = calendarText('x', [{ ...one, summary }], stamp)
    expect(text.match(/^END:VEVENT/gm)).toHaveLength(1)
    expect(read(text).find(([name]) => name === 'SUMMARY')?.[1]).toBe('A\nEND:VEVENT\nX:\\n;,\nB')
  })

  it('a line has 75 octets and not one more', () => {
    const text = calendarText('x', [{ ...one, summary: 'a'.repeat(140) }], stamp)
    const lengths = text.split('\r\n').map((line) => line.length)
    expect(Math.max(...lengths)).toBe(75)
    // 8 of the name, 67 letters; then 73 more behind the space.
    expect(lengths.filter((length) => length > 73)).toEqual([75, 74])
  })

  it('any name: lines of at most 75 octets, whole characters, the same name when read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (raw) => {
        const summary = raw.replaceAll(/[\p{Cc}\u2028\u2029]/gu, '')
        const text = calendarText(summary, [{ ...one, summary }], stamp)
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(Buffer.from(line).toString()).toBe(line)
        }
        expect(read(text).find(([name]) => name === 'SUMMARY')?.[1]).toBe(summary)
      }),
    )
  })
})
