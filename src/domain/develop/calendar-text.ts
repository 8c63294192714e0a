import { addDays, type Day } from '../day.ts'

/** A whole day in a calendar. `uid` stays the same while it is moved, so that calendars move it and do not show it twice. */
export type DayEvent = { readonly uid: string; readonly day: Day; readonly summary: string }

/** Octets of a line before it has to be folded (RFC 5545, 3.1). */
const MOST_OCTETS = 75

/**
 * Whole-day events as an iCalendar text (RFC 5545; NAME and REFRESH-INTERVAL: RFC 7986). They take no time of the day (TRANSPARENT).
 * `stamp`: the moment when the text was made, as ISO 8601 in UTC.
 */
export function calendarText(name: string, events: readonly DayEvent[], stamp: string): string {
  const made = `${stamp.replaceAll(/[-:]/g, '').slice(0, 15)}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tonnage//Visits//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap(({ uid, day, summary }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${made}`,
      `DTSTART;VALUE=DATE:${bare(day)}`,
      // The end is the first day that does not belong to it (3.6.1).
      `DTEND;VALUE=DATE:${bare(addDays(day, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const bare = (day: Day) => day.replaceAll('-', '')

/** RFC 5545, 3.3.11. A line break of any kind is one, any other control character is nothing. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')
}

/** Folded by octets of UTF-8, and never within a character. */
function folded(line: string): string {
  let out = ''
  let octets = 0
  for (const one of line) {
    const size = sizeOf(one)
    if (octets + size > MOST_OCTETS) {
      out += '\r\n '
      octets = 1
    }
    out += one
    octets += size
  }
  return out
}

function sizeOf(one: string): number {
  const code = one.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x1_00_00 ? 3 : 4
}
