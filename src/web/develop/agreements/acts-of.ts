import type { AgreementAct } from '../../../domain/develop/agreement/way.ts'
import type { OneAgreement } from '../../agreements-api.ts'

/** What is done next, the main thing last. Of what cannot be done now only what belongs to the state is shown, with why not. */
const shownIn: Readonly<Record<OneAgreement['state'], readonly AgreementAct[]>> = {
  draft: ['change', 'send', 'sign'],
  sent: ['decide'],
  approved: ['sign'],
  signed: ['activate'],
  coming: [],
  'in-force': ['amend', 'renew'],
  ended: [],
  terminated: [],
}

type Why = OneAgreement['acts'][number]['why']
export type ShownAct = {
  readonly act: AgreementAct
  /** The right that is missing for it. */
  readonly needs: 'agreement.change' | 'agreement.approve' | null
  readonly why: Why
  /** Whether its button does something: who may not approve so much may still send it back. */
  readonly open: boolean
}

/**
 * The acts of an agreement with why not. Terminating is shown whatever the newest version is, as long as one is in force: a next version
 * under way does not hold an agreement.
 */
export function actsOf(
  { state, acts, beyond }: Pick<OneAgreement, 'state' | 'acts' | 'beyond'>,
  may: { readonly change: boolean; readonly approve: boolean },
): readonly ShownAct[] {
  const whyNot = (act: AgreementAct) => acts.find((found) => found.act === act)?.why ?? null
  const ends: readonly AgreementAct[] = whyNot('terminate') === null ? ['terminate'] : []
  return [...ends, ...shownIn[state]]
    .filter((act) => act !== 'send' || beyond.length > 0)
    .map((act) => {
      const right = act === 'decide' ? 'approve' : 'change'
      const why = whyNot(act)
      const returns = act === 'decide' && why === 'agreement/limit-too-low'
      return {
        act,
        needs: may[right] ? null : `agreement.${right}`,
        why,
        open: may[right] && (why === null || returns),
      }
    })
}
