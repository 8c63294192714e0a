import { describe, expect, it } from 'vitest'
import { ImportKind } from '../../../contract/intake.ts'
import { fieldsOf } from './fields.ts'
import { parseHeader } from './header.ts'
import { matchName } from './name-match.ts'

const named = (header: string) => matchName('movements', parseHeader(header))[0]?.field

describe('names of columns', () => {
  it.each(ImportKind.options)('%s: a field is known by its own name', (kind) => {
    const fields = Object.keys(fieldsOf(kind))
    expect(fields.map((field) => matchName(kind, parseHeader(field))[0]?.field)).toEqual(fields)
  })

  it.each([
    ['amount_excl_vat', 'amount'],
    ['amount_without_tax', 'amount'],
    ['AMOUNT_INCL_TAX', 'amount_with_vat'],
    ['gross_amount', 'amount_with_vat'],
    ['Amount incl. VAT', 'amount_with_vat'],
    ['不含税_金额', 'amount'],
    ['金额（含税）', 'amount_with_vat'],
  ])('%s is %s', (header, field) => {
    expect(named(header)).toBe(field)
  })
})
