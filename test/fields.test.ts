import { describe, expect, it } from 'vitest'
import { ImportKind } from '../src/contract/intake.ts'
import { fieldsOf } from '../src/server/intake/read/fields.ts'
import { fieldsOfKind } from '../src/web/data/fields.ts'

describe('fields of a file', () => {
  it.each(ImportKind.options)('%s: what the screen offers is what the reader knows', (kind) => {
    expect([...fieldsOfKind[kind]].toSorted()).toEqual(Object.keys(fieldsOf(kind)).toSorted())
  })
})
