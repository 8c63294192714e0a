import { describe, expect, it } from 'vitest'
import { readBrand, readCard, readHappened, readPerson, readPlan, type Card } from './prospect.ts'

const today = '2026-03-20'
const card: Card = {
  name: ' 永盛 糖酒 ',
  phone: ' 139 1234 2086 ',
  address: '',
  city: null,
  source: 'peer',
  referrer: { kind: 'trader', id: null, name: '湖湾白酒 老周' },
  found: today,
  outlets: 120,
  subDistributors: null,
  words: '',
}
const said = (more: Partial<Card>) => {
  const read = readCard({ ...card, ...more }, today)
  return read.ok ? 'ok' : `${read.problem.code} ${String(read.problem.facts['field'] ?? '')}`.trim()
}

describe('a card', () => {
  it('introduced by a spirits company, as the article’s was (2.1, 2.2): texts are trimmed, blanks are nothing', () => {
    const read = readCard(card, today)
    expect(read).toMatchObject({
      ok: true,
      value: {
        name: '永盛 糖酒',
        phone: '139 1234 2086',
        address: null,
        referrer: { name: '湖湾白酒 老周' },
      },
    })
  })
  it('says which field is wrong', () => {
    expect(said({ name: ' ' })).toBe('name/empty')
    expect(said({ phone: 'ask his wife' })).toBe('prospect/field-invalid phone')
    expect(said({ phone: '1234' })).toBe('prospect/field-invalid phone')
    expect(said({ found: '2026-03-21' })).toBe('prospect/field-invalid found')
    expect(said({ found: '2026-02-30' })).toBe('prospect/field-invalid found')
    expect(said({ outlets: -1 })).toBe('prospect/field-invalid outlets')
    expect(said({ subDistributors: 1.5 })).toBe('prospect/field-invalid subDistributors')
    expect(said({ words: 'x'.repeat(1001) })).toBe('prospect/field-invalid words')
  })
  it('a referrer fits the way of finding; a name alone fits each, and no name is nobody', () => {
    expect(said({ source: 'outlet', referrer: { kind: 'campaign', id: 'c', name: '' } })).toBe(
      'prospect/referrer-unfit',
    )
    expect(said({ source: 'outlet', referrer: { kind: 'account', id: 'a', name: '' } })).toBe('ok')
    expect(said({ source: 'advertising', referrer: { kind: 'campaign', id: null, name: '' } })).toBe(
      'prospect/field-invalid referrer',
    )
    const nobody = readCard({ ...card, referrer: { kind: 'trader', id: null, name: ' ' } }, today)
    expect(nobody.ok && nobody.value.referrer).toBeNull()
  })
})

describe('a next step', () => {
  const plan = (step: string | null, day: string | null) => {
    const read = readPlan({ step, day }, today)
    return read.ok ? 'ok' : read.problem.code
  }
  it('has words and a day from today to a year ahead', () => {
    expect(plan('带样品去', today)).toBe('ok')
    expect(plan('', today)).toBe('prospect/next-step-missing')
    expect(plan('带样品去', null)).toBe('prospect/next-step-missing')
    expect(plan('x'.repeat(121), today)).toBe('prospect/next-step-missing')
    expect(plan('带样品去', '2026-03-19')).toBe('prospect/next-day-invalid')
    expect(plan('带样品去', '2027-03-22')).toBe('prospect/next-day-invalid')
    expect(plan('带样品去', 'soon')).toBe('prospect/next-day-invalid')
  })
})

it('what happened keeps its order and is not of the future', () => {
  expect(readHappened('2026-03-10', '2026-03-10', today).ok).toBe(true)
  expect(readHappened('2026-03-09', '2026-03-10', today)).toMatchObject({
    problem: { code: 'prospect/day-order', facts: { day: '2026-03-10' } },
  })
  expect(readHappened('2026-03-21', '2026-03-10', today).ok).toBe(false)
})

it('a brand has a source and a day; how much of it may be unknown, and unknown is not zero', () => {
  const brand = { brand: '北麓', cases: null, certainty: 'heard', source: '隔壁烟酒店', day: today } as const
  expect(readBrand(brand, today)).toEqual({ ok: true, value: brand })
  expect(readBrand({ ...brand, source: ' ' }, today).ok).toBe(false)
  expect(readBrand({ ...brand, cases: 2.5 }, today).ok).toBe(false)
  expect(readBrand({ ...brand, brand: '' }, today).ok).toBe(false)
})

it('a person has a name', () => {
  expect(readPerson({ name: '周姐', role: 'spouse', phone: '', words: '' })).toMatchObject({
    ok: true,
    value: { phone: null },
  })
  expect(readPerson({ name: '', role: 'owner', phone: null, words: '' }).ok).toBe(false)
  expect(readPerson({ name: '周姐', role: 'owner', phone: 'x', words: '' }).ok).toBe(false)
})
