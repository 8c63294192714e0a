import { describe, expect, it } from 'vitest'
import { agreementActs, type AgreementAct } from '../../../domain/develop/agreement/way.ts'
import type { OneAgreement } from '../../agreements-api.ts'
import { actsOf } from './acts-of.ts'

type State = OneAgreement['state']
type Why = OneAgreement['acts'][number]['why']
const all = { change: true, approve: true }
/** An agreement of which the server lets these acts be done; of the others it says `why`. */
const at = (state: State, can: readonly AgreementAct[], why: Why = 'agreement/not-in-force') => ({
  state,
  beyond: [],
  acts: agreementActs.map((act) => ({ act, why: can.includes(act) ? null : why })),
})

describe('the buttons of an agreement', () => {
  it.each<State>(['draft', 'sent', 'approved', 'signed', 'coming', 'in-force', 'terminated'])(
    'terminating is there when one is in force, also with a next version that is %s',
    (state) => {
      const [first] = actsOf(at(state, ['terminate']), all)
      expect(first).toEqual({ act: 'terminate', needs: null, why: null, open: true })
      expect(actsOf(at(state, []), all).some(({ act }) => act === 'terminate')).toBe(false)
    },
  )
  it('who may not approve so much may still send it back; nobody does with their own', () => {
    const decide = (why: Why, may = all) => actsOf(at('sent', [], why), may)[0]
    expect(decide('agreement/limit-too-low')).toMatchObject({ act: 'decide', open: true })
    expect(decide('agreement/own-approval')).toMatchObject({ act: 'decide', open: false })
    expect(decide('agreement/limit-too-low', { ...all, approve: false })).toMatchObject({
      needs: 'agreement.approve',
      open: false,
    })
  })
  it('sending is shown where something is beyond the limits', () => {
    const draft = at('draft', ['send'])
    const shown = (one: typeof draft) => actsOf(one, all).map(({ act }) => act)
    expect(shown(draft)).toEqual(['change', 'sign'])
    expect(actsOf({ ...draft, beyond: [{ what: 'total', byMinor: 1 }] }, all)[1]?.act).toBe('send')
  })
})
