import { useMemo } from 'react'
import { addDays, addMonths } from '../../../domain/day.ts'
import { agreementsApi, type OneAgreement } from '../../agreements-api.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { AgreementFormDrawer } from './agreement-form.tsx'
import { formOf } from './form-values.ts'

/**
 * A draft written anew, or the next version of what is in force: an amendment from tomorrow on, a renewal for a year from the day after
 * the last.
 */
export function ChangeAgreement({
  one,
  act,
  onClose,
}: {
  readonly one: OneAgreement
  readonly act: 'change' | 'amend' | 'renew'
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const { id, seq, today, versions } = one
  const [newest] = versions
  const initial = useMemo(() => {
    if (!newest) return null
    const form = formOf(newest.draft, money)
    if (act === 'change') return form
    const next = { ...form, firstCases: null, firstDue: '' }
    if (act === 'amend') return { ...next, from: addDays(today, 1), to: newest.to }
    const from = addDays(newest.to, 1)
    return { ...next, from, to: addDays(addMonths(from, 12), -1), targets: {} }
    // oxlint-disable-next-line react/exhaustive-deps -- money is made anew with each drawing and says the same
  }, [newest, act, today])
  if (initial === null) return null
  return (
    <AgreementFormDrawer
      draftKey={`agreement.${id}.${act}`}
      title={`${t(`agreement.act-${act}`)} · ${one.party}`}
      initial={initial}
      follows={act !== 'change' || newest?.kind !== 'first'}
      head={
        act === 'amend' &&
        newest?.draft.rebate && <p className="trade-quiet">{t('agreement.amend-rebate')}</p>
      }
      onSave={(draft) =>
        act === 'change'
          ? agreementsApi.change(id, { seq, draft })
          : agreementsApi.amend(id, { seq, kind: act === 'amend' ? 'amendment' : 'renewal', draft })
      }
      onClose={onClose}
      onDone={onClose}
    />
  )
}
