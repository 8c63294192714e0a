import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { agreementsApi } from '../../agreements-api.ts'
import { useDoing } from '../../ui/doing.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { Section } from '../../ui/page.tsx'
import { useInChargeOfAll, useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import type { ShownRole } from './rights.ts'

type Limits = Awaited<ReturnType<typeof agreementsApi.limits>>['limits']
type Of = 'perCase' | 'total'

/** What each role that makes or approves agreements may give by itself, a case and in total. */
export function LimitsPart({ roles }: { readonly roles: readonly ShownRole[] }) {
  const { t } = useLanguage()
  const mayRead = useRight('agreement.read')
  const answer = useQuery({
    queryKey: ['deal-limits'],
    queryFn: () => agreementsApi.limits(),
    enabled: mayRead,
  })
  const givers = roles.filter(
    ({ rights }) => rights.includes('agreement.change') || rights.includes('agreement.approve'),
  )
  if (answer.data) return <LimitsTable roles={givers} limits={answer.data.limits} />
  if (answer.error === null) return null
  return (
    <Section title={t('agreement.limits')}>
      <Failed error={answer.error} onRetry={() => void answer.refetch()} />
    </Section>
  )
}

function LimitsTable({ roles, limits }: { readonly roles: readonly ShownRole[]; readonly limits: Limits }) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const client = useQueryClient()
  const may = useInChargeOfAll('company.change')
  const [typed, setTyped] = useState<Readonly<Record<string, number | null>>>({})
  const { busy, error, run } = useDoing()
  const shown = (role: string, of: Of) => {
    const key = `${role}.${of}`
    if (key in typed) return typed[key] ?? null
    return money.typed(limits.find((one) => one.role === role)?.[`${of}Minor`] ?? null)
  }
  const minor = (role: string, of: Of) => money.minorOf(shown(role, of)) ?? 0
  const save = () =>
    run(async () => {
      const changed = new Set(Object.keys(typed).map((key) => key.slice(0, key.lastIndexOf('.'))))
      for (const role of changed)
        await agreementsApi.setLimit({
          role,
          perCaseMinor: minor(role, 'perCase'),
          totalMinor: minor(role, 'total'),
        })
      for (const key of ['deal-limits', 'agreements']) await client.invalidateQueries({ queryKey: [key] })
      setTyped({})
    })
  const heads = {
    perCase: t('agreement.limit-per-case', { money: money.word }),
    total: t('agreement.limit-total', { money: money.word }),
  }
  return (
    <Section
      title={t('agreement.limits')}
      note={t(may ? 'agreement.limits-note' : 'agreement.limits-may-not')}
      aside={
        <Button loading={busy} disabled={!may || Object.keys(typed).length === 0} onClick={() => void save()}>
          {t('agreement.limits-save')}
        </Button>
      }
    >
      <table className="role-limits field-control">
        <thead>
          <tr>
            <th scope="col">{t('agreement.limit-role')}</th>
            <th scope="col">{heads.perCase}</th>
            <th scope="col">{heads.total}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {(['perCase', 'total'] as const).map((of) => (
                <td key={of}>
                  <NumberInput
                    aria-label={`${name} ${heads[of]}`}
                    value={shown(code, of)}
                    readOnly={!may}
                    onValue={(value) => setTyped((now) => ({ ...now, [`${code}.${of}`]: value }))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {error !== null && <Failed error={error} />}
    </Section>
  )
}
