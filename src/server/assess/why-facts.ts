import type { Why } from '../../contract/assess.ts'
import type { AccountFigures, MarketFigures } from '../../domain/assess/figures.ts'
import type { Policy } from '../../domain/assess/policy.ts'
import type { MarketVerdict, Reference, Verdict } from '../../domain/assess/verdict.ts'

export type WhyFacts = {
  readonly figures: AccountFigures
  readonly market: MarketFigures
  readonly assessed: MarketVerdict
  readonly verdict: Verdict
  readonly policy: Policy
  readonly version: number
  readonly reference: Reference
  readonly frozen: boolean
  readonly currency: string
  readonly peersPerTonne: number | null
  readonly contribution: boolean
  /** The reader reaches the whole company, and may know any account of it. */
  readonly whole: boolean
}

type Input = Why['inputs'][number]
export type Explain = (formula: string, inputs: readonly Input[], about?: 'policy' | 'frozen') => Why

export const input = (name: string, value: number | null, unit = ''): Input => ({ name, value, unit })
