import { describe, expect, it } from 'vitest'
import { problems } from '../problem.ts'
import { isOpen, stageAfter, stages, steps, whyNot, type Stage } from './stage.ts'

const of = (stage: Stage, people = 1, ranked = 1) => ({ stage, people, ranked })

describe('the way from found to signed (article 2.2)', () => {
  it('is walked step by step, each when the one before is done', () => {
    const walked: Stage[] = ['found']
    for (const step of ['contact', 'talk', 'offer', 'sign'] as const) {
      const at = walked.at(-1) ?? 'found'
      expect(whyNot(step, of(at))).toBeNull()
      walked.push(stageAfter(step, null) ?? at)
    }
    expect(walked).toEqual(['found', 'contacted', 'talking', 'offered', 'signed'])
  })
  it('says why not: nobody to talk with, nobody asked what they care about, no offer yet', () => {
    expect(whyNot('talk', of('contacted', 0, 0))).toBe('prospect/no-person')
    expect(whyNot('offer', of('talking', 1, 0))).toBe('prospect/no-concern')
    expect(whyNot('offer', of('talking', 0, 0))).toBe('prospect/no-person')
    expect(whyNot('sign', of('talking'))).toBe('prospect/no-offer')
    expect(whyNot('sign', of('signed'))).toBe('prospect/signed-already')
  })
  it('a lost one is revived where it stood, but an old offer is no offer', () => {
    expect(whyNot('revive', of('lost'))).toBeNull()
    expect(whyNot('talk', of('lost'))).toBe('prospect/is-lost')
    expect(stageAfter('revive', 'contacted')).toBe('contacted')
    expect(stageAfter('revive', 'offered')).toBe('talking')
  })
  const every = steps.flatMap((step) =>
    stages.flatMap((stage) =>
      [0, 1].flatMap((n) => [0, n].map((ranked) => ({ step, ...of(stage, n, ranked) }))),
    ),
  )
  it('every step in every stage leads on, or gives a reason that is a refusal', () => {
    const reasons = every.flatMap(({ step, ...facts }) => whyNot(step, facts) ?? [])
    expect(reasons.filter((why) => problems[why] !== 'refused')).toEqual([])
    const taken = every.filter(({ step, ...facts }) => whyNot(step, facts) === null)
    const forward = taken.filter(({ step }) => ['contact', 'talk', 'offer', 'sign'].includes(step))
    expect(
      forward.filter(
        ({ step, stage }) => stages.indexOf(stageAfter(step, null) ?? 'found') !== stages.indexOf(stage) + 1,
      ),
    ).toEqual([])
  })
  it('only open ones are lost, only lost ones revived, and the first order is the ledger’s alone', () => {
    const where = (step: string) =>
      every.filter(({ step: one, ...facts }) => one === step && whyNot(one, facts) === null)
    expect(where('lose').every(({ stage }) => isOpen(stage))).toBe(true)
    expect(new Set(where('revive').map(({ stage }) => stage))).toEqual(new Set(['lost']))
    expect(steps.map((step) => stageAfter(step, 'offered'))).not.toContain('ordered')
  })
})
