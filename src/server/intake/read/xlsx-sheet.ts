import { DATE, FORMULA, NUMBER, serialText } from './cell.ts'

export type SheetParts = {
  readonly strings: readonly string[]
  /** By style number: the format is one of dates. */
  readonly dateStyles: readonly boolean[]
  readonly since1904: boolean
}

const WIDEST = 16_384

/**
 * The rows of a worksheet's XML, as pieces of it arrive. Only what a table needs: rows, cells, their values and merged ranges;
 * no tree is built, so depth and entities cannot hurt. ECMA-376 Part 1, 18.3.1.
 */
export class SheetRows {
  private buffer = ''
  private prefix: string | null = null
  private row = 0
  private ended = false
  private readonly parts: SheetParts
  private readonly emit: (row: number, cells: string[]) => void
  readonly merges: [number, number, number, number][] = []
  formulas = 0

  constructor(parts: SheetParts, emit: (row: number, cells: string[]) => void) {
    this.parts = parts
    this.emit = emit
  }

  push(text: string): void {
    this.buffer += text
    if (this.prefix === null) {
      const root = /<((?:[\w.-]+:)?)worksheet[\s>]/.exec(this.buffer)
      if (!root) {
        if (this.buffer.length > 1_000_000) throw new Error('no worksheet')
        return
      }
      this.prefix = root[1] ?? ''
    }
    if (!this.ended) this.rows(this.prefix)
    if (this.ended) this.merged(this.prefix)
    if (this.buffer.length > 32 * 1024 * 1024) throw new Error('a row without an end')
  }

  private rows(prefix: string): void {
    const open = `<${prefix}row`
    const close = `</${prefix}row>`
    let at = 0
    const { buffer } = this
    for (;;) {
      const start = tagAt(buffer, open, at)
      if (start < 0) {
        const end = buffer.indexOf(`</${prefix}sheetData>`, at)
        if (end >= 0) {
          this.ended = true
          at = end
        } else if (buffer.length - at > 4096) at = Math.max(at, buffer.length - 64)
        break
      }
      const tagEnd = buffer.indexOf('>', start)
      if (tagEnd < 0) {
        at = start
        break
      }
      const tag = buffer.slice(start, tagEnd)
      const number = attribute(tag, 'r')
      if (buffer.charCodeAt(tagEnd - 1) === 47) {
        this.row = number === null ? this.row + 1 : Number(number)
        at = tagEnd + 1
        continue
      }
      const end = buffer.indexOf(close, tagEnd)
      if (end < 0) {
        at = start
        break
      }
      this.row = number === null ? this.row + 1 : Number(number)
      const cells = this.cells(buffer.slice(tagEnd + 1, end), prefix)
      if (cells.length > 0) this.emit(this.row, cells)
      at = end + close.length
    }
    if (at > 0) this.buffer = buffer.slice(at)
  }

  private cells(xml: string, prefix: string): string[] {
    const cells: string[] = []
    const open = `<${prefix}c`
    const close = `</${prefix}c>`
    let column = -1
    let filled = 0
    for (let at = tagAt(xml, open, 0); at >= 0; at = tagAt(xml, open, at)) {
      const tagEnd = xml.indexOf('>', at)
      if (tagEnd < 0) break
      const tag = xml.slice(at, tagEnd)
      const reference = attribute(tag, 'r')
      column = reference === null ? column + 1 : columnOf(reference)
      if (column < 0 || column >= WIDEST) throw new Error('a cell out of place')
      at = tagEnd + 1
      if (xml.charCodeAt(tagEnd - 1) === 47) continue
      const end = xml.indexOf(close, at)
      if (end < 0) break
      const value = this.value(xml.slice(at, end), tag, prefix)
      at = end + close.length
      if (value === '') continue
      while (cells.length < column) cells.push('')
      cells[column] = value
      filled++
    }
    return filled > 0 ? cells : []
  }

  private value(xml: string, tag: string, prefix: string): string {
    const type = attribute(tag, 't') ?? 'n'
    if (type === 'inlineStr') return richText(xml, prefix)
    const from = tagAt(xml, `<${prefix}v`, 0)
    const start = from < 0 ? -1 : xml.indexOf('>', from) + 1
    const end = start <= 0 ? -1 : xml.indexOf(`</${prefix}v>`, start)
    const raw = end < 0 ? '' : xml.slice(start, end)
    if (raw === '') {
      if (tagAt(xml, `<${prefix}f`, 0) < 0) return ''
      if (type === 'str') return ''
      this.formulas++
      return FORMULA + '=' + richFormula(xml, prefix)
    }
    switch (type) {
      case 's':
        return this.parts.strings[Number(raw)] ?? ''
      case 'str':
        return unescape(raw)
      case 'b':
        return raw === '1' ? 'TRUE' : 'FALSE'
      case 'e':
        return unescape(raw)
      case 'd':
        return DATE + raw.replace('T', ' ')
      default: {
        const style = attribute(tag, 's')
        if (style !== null && this.parts.dateStyles[Number(style)]) {
          const serial = Number(raw)
          if (serial >= 0 && serial < 2_958_466) return DATE + serialText(serial, this.parts.since1904)
        }
        return NUMBER + raw
      }
    }
  }

  private merged(prefix: string): void {
    const found = new RegExp(`<${prefix}mergeCell\\s[^>]*ref="([A-Z]+)(\\d+):([A-Z]+)(\\d+)"[^>]*>`, 'g')
    let last = 0
    for (let range = found.exec(this.buffer); range; range = found.exec(this.buffer)) {
      last = found.lastIndex
      if (this.merges.length < 200_000)
        this.merges.push([
          Number(range[2]),
          columnOf(range[1] ?? 'A'),
          Number(range[4]),
          columnOf(range[3] ?? 'A'),
        ])
    }
    this.buffer = this.buffer.slice(Math.max(last, this.buffer.length - 200))
  }
}

/** Where a tag of exactly this name begins (`<c` is not `<col`). */
function tagAt(xml: string, open: string, from: number): number {
  for (let at = xml.indexOf(open, from); at >= 0; at = xml.indexOf(open, at + 1)) {
    const next = xml.charCodeAt(at + open.length)
    if (next === 62 || next === 32 || next === 47 || next === 10 || next === 13 || next === 9) return at
    if (Number.isNaN(next)) return at
  }
  return -1
}

function attribute(tag: string, name: string): string | null {
  const at = tag.indexOf(` ${name}="`)
  if (at < 0) return null
  const from = at + name.length + 3
  const end = tag.indexOf('"', from)
  return end < 0 ? null : tag.slice(from, end)
}

/** A1 → 0, AB12 → 27. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

/** The text of a string item: all its runs, without the reading aids (phonetic runs). */
export function richText(xml: string, prefix: string): string {
  let text = ''
  const without = xml.includes(`${prefix}rPh`)
    ? xml.replace(new RegExp(`<${prefix}rPh[\\s\\S]*?</${prefix}rPh>`, 'g'), '')
    : xml
  for (let at = tagAt(without, `<${prefix}t`, 0); at >= 0; at = tagAt(without, `<${prefix}t`, at)) {
    const start = without.indexOf('>', at) + 1
    if (start <= 0) break
    if (without.charCodeAt(start - 2) === 47) {
      at = start
      continue
    }
    const end = without.indexOf(`</${prefix}t>`, start)
    if (end < 0) break
    text += without.slice(start, end)
    at = end
  }
  return unescape(text)
}

function richFormula(xml: string, prefix: string): string {
  const start = xml.indexOf('>', tagAt(xml, `<${prefix}f`, 0)) + 1
  const end = xml.indexOf(`</${prefix}f>`, start)
  return end < 0 ? '' : unescape(xml.slice(start, end)).slice(0, 200)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescape(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,6});/g, (whole, name: string) => {
      if (name[0] !== '#') return named[name] ?? whole
      const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
    })
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
