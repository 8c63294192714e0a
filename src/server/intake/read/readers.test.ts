import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardCell } from '../../../domain/cell.ts'
import { textReader } from './readers.ts'

describe('text of a cell', () => {
  it('loses the apostrophe that an export put before what looks like a formula', () => {
    expect(guardCell('=1+1号店')).toBe("'=1+1号店")
    expect(textReader(false, false).read("'=1+1号店")).toBe('=1+1号店')
    expect(textReader(false, false).read("'老'字号")).toBe("'老'字号")
  })

  it('comes back from an export as it was', () => {
    const name = string({ minLength: 9 }).filter((text) => text.trim() === text && !/^['"]/.test(text))
    assert(
      property(name, (text) => {
        expect(textReader(false, true).read(guardCell(text))).toBe(textReader(false, true).read(text))
      }),
    )
  })
})
