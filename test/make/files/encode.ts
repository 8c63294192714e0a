let table: Map<string, Buffer> | null = null

/** Text → GB18030, for the two-byte characters that Chinese files consist of; anything else becomes a four-byte character. */
export function gb18030(text: string): Buffer {
  table ??= twoByteTable()
  const parts: Buffer[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 128) parts.push(Buffer.from([code]))
    else {
      const bytes = table.get(letter)
      if (!bytes) throw new Error(`no GB18030 bytes for ${letter}`)
      parts.push(bytes)
    }
  }
  return Buffer.concat(parts)
}

function twoByteTable(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, Buffer>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue
      const bytes = Buffer.from([first, second])
      const letter = decoder.decode(bytes)
      if ([...letter].length === 1 && letter !== '\ufffd' && !found.has(letter)) found.set(letter, bytes)
    }
  return found
}

export function utf16le(text: string, mark = true): Buffer {
  return Buffer.concat([mark ? Buffer.from([0xff, 0xfe]) : Buffer.alloc(0), Buffer.from(text, 'utf16le')])
}

export function utf16be(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])
}

export const withMark = (text: string) => Buffer.from(`\ufeff${text}`, 'utf8')

export type CellValue = string | number | null | undefined

export function csv(rows: readonly (readonly CellValue[])[], delimiter = ',', newline = '\r\n'): string {
  return (
    rows
      .map((row) =>
        row
          .map((cell) => {
            const text = cell === null || cell === undefined ? '' : String(cell)
            return text.includes('"') || text.includes(delimiter) || /[\r\n]/.test(text)
              ? `"${text.replaceAll('"', '""')}"`
              : text
          })
          .join(delimiter),
      )
      .join(newline) + newline
  )
}
