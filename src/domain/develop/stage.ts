import type { ProblemCode } from '../problem.ts'

/**
 * Where a prospect stands on its way from found to first order (article 2.2). `ordered` is never written by hand: the ledger says it,
 * by the account's first sell-in on or after the day of signing.
 */
export const stages = ['found', 'contacted', 'talking', 'offered', 'signed', 'ordered', 'lost'] as const
export type Stage = (typeof stages)[number]

/** Those that somebody is working on: each has a next step and its day. */
export const openStages = ['found', 'contacted', 'talking', 'offered'] as const satisfies readonly Stage[]
export type OpenStage = (typeof openStages)[number]

export function isOpen(stage: Stage): stage is OpenStage {
  return (openStages as readonly Stage[]).includes(stage)
}

export const steps = ['contact', 'talk', 'offer', 'sign', 'lose', 'revive', 'plan', 'hand-over'] as const
export type Step = (typeof steps)[number]

/** What decides beside the stage. */
export type StageFacts = {
  readonly stage: Stage
  /** People of it who are named. */
  readonly people: number
  /** Those of them whose concerns were asked. */
  readonly ranked: number
}

type Why = Extract<ProblemCode, `prospect/${string}`>
type Cell = Why | ((facts: StageFacts) => Why | null) | null

const passed = 'prospect/stage-passed'
const signed = 'prospect/signed-already'
const ordered = 'prospect/ordered-already'
const lost = 'prospect/is-lost'
const alive = 'prospect/not-lost'

/** One talks with somebody; and an offer begins with what this person cares about first (article 2.3). */
const somebody: Cell = ({ people }) => (people === 0 ? 'prospect/no-person' : null)
const asked: Cell = ({ people, ranked }) =>
  people === 0 ? 'prospect/no-person' : ranked === 0 ? 'prospect/no-concern' : null

/** Each step in each stage: null where it may be taken, else why not. */
const table: Readonly<Record<Step, Readonly<Record<Stage, Cell>>>> = {
  contact: {
    found: null,
    contacted: passed,
    talking: passed,
    offered: passed,
    signed,
    ordered,
    lost,
  },
  talk: {
    found: 'prospect/not-contacted',
    contacted: somebody,
    talking: passed,
    offered: passed,
    signed,
    ordered,
    lost,
  },
  offer: {
    found: 'prospect/not-contacted',
    contacted: 'prospect/not-talking',
    talking: asked,
    offered: passed,
    signed,
    ordered,
    lost,
  },
  sign: {
    found: 'prospect/not-contacted',
    contacted: 'prospect/not-talking',
    talking: 'prospect/no-offer',
    offered: null,
    signed,
    ordered,
    lost,
  },
  lose: { found: null, contacted: null, talking: null, offered: null, signed, ordered, lost },
  revive: {
    found: alive,
    contacted: alive,
    talking: alive,
    offered: alive,
    signed: alive,
    ordered: alive,
    lost: null,
  },
  plan: { found: null, contacted: null, talking: null, offered: null, signed: null, ordered, lost },
  'hand-over': {
    found: null,
    contacted: null,
    talking: null,
    offered: null,
    signed: null,
    ordered,
    lost: null,
  },
}

/** Why a step cannot be taken now; null: it can. The screen shows the button with this reason, the server refuses with it. */
export function whyNot(step: Step, facts: StageFacts): Why | null {
  const cell = table[step][facts.stage]
  return typeof cell === 'function' ? cell(facts) : cell
}

/** To which stage a step leads; null: the stage stays. `revive` goes back to where it was lost, but an old offer is no offer. */
export function stageAfter(step: Step, lostFrom: OpenStage | null): Stage | null {
  switch (step) {
    case 'contact':
      return 'contacted'
    case 'talk':
      return 'talking'
    case 'offer':
      return 'offered'
    case 'sign':
      return 'signed'
    case 'lose':
      return 'lost'
    case 'revive':
      return lostFrom === 'offered' ? 'talking' : (lostFrom ?? 'found')
    case 'plan':
    case 'hand-over':
      return null
  }
}
