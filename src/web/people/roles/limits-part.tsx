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
import { unread } from '../../ui/unread.ts'
import type { ShownRole } from './rights.ts'

type Limits = Awaited<ReturnType<typeof agreementsApi.limits>>['limits']
const parts = ['perCase', 'total'] as const
type Of = (typeof parts)[number]

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
  const [tried, setTried] = useState(false)
  const stored = (role: string, of: Of) => limits.find((one) => one.role === role)?.[`${of}Minor`] ?? null
  const minor = (role: string, of: Of) => {
    const now = typed[`${role}.${of}`]
    return now === undefined ? stored(role, of) : money.minorOf(now)
  }
  const changed = roles.filter(({ code }) => parts.some((of) => minor(code, of) !== stored(code, of)))
  const half = changed.find(({ code }) => parts.some((of) => minor(code, of) === null))
  const save = () =>
    run(async () => {
      for (const { code } of changed) {
        const [perCaseMinor, totalMinor] = [minor(code, 'perCase'), minor(code, 'total')]
        if (perCaseMinor === null || totalMinor === null) continue
        await agreementsApi.setLimit({ role: code, perCaseMinor, totalMinor })
      }
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
        <Button
          loading={busy}
          disabled={!may || changed.length === 0}
          onClick={({ currentTarget }) => {
            const wrong = unread(currentTarget)
            setTried(!wrong && half !== undefined)
            if (!wrong && half === undefined) void save()
          }}
        >
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
              {parts.map((of) => (
                <td key={of}>
                  <NumberInput
                    aria-label={`${name} ${heads[of]}`}
                    value={money.typed(minor(code, of))}
                    readOnly={!may}
                    onValue={(value) => setTyped((now) => ({ ...now, [`${code}.${of}`]: value }))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {tried && half !== undefined && (
        <p className="field-error" role="alert">
          {t('agreement.limits-half', { role: half.name })}
        </p>
      )}
      {error !== null && <Failed error={error} />}
    </Section>
  )
}
