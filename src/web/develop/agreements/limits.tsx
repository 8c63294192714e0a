import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { roles, rolesWith, type Role } from '../../../domain/chain/reach.ts'
import { agreementsApi } from '../../agreements-api.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { useInChargeOfAll } from '../../ui/session.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useDoing } from '../../ui/doing.ts'

type Limits = Awaited<ReturnType<typeof agreementsApi.limits>>['limits']
type Typed = Readonly<Record<string, number | null>>

/** Who gives anything in an agreement: whoever makes or approves one. */
const givers = new Set<Role>([...rolesWith('agreement.change'), ...rolesWith('agreement.approve')])

/** What each role may give by itself, a case and in total. */
export function LimitsDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage()
  const limits = useQuery({ queryKey: ['deal-limits'], queryFn: () => agreementsApi.limits() })
  if (limits.data) return <LimitsForm limits={limits.data.limits} onClose={onClose} />
  return (
    <Drawer title={t('agreement.limits-title')} onClose={onClose}>
      {limits.error ? (
        <Failed error={limits.error} onRetry={() => void limits.refetch()} />
      ) : (
        <Loading rows={6} head={false} />
      )}
    </Drawer>
  )
}

function LimitsForm({ limits, onClose }: { readonly limits: Limits; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const client = useQueryClient()
  const may = useInChargeOfAll('company.change')
  const [typed, setTyped] = useState<Typed>({})
  const { busy, error, run } = useDoing()
  const set = (of: string, value: number | null) => setTyped((now) => ({ ...now, [of]: value }))
  const shown = (role: string, of: 'perCaseMinor' | 'totalMinor') => {
    const key = `${role}.${of}`
    const kept = limits.find((one) => one.role === role)?.[of] ?? null
    return key in typed ? (typed[key] ?? null) : money.typed(kept)
  }
  const save = async () => {
    await run(async () => {
      const changed = new Set(Object.keys(typed).map((key) => key.split('.')[0] ?? ''))
      for (const role of changed) {
        const minor = (of: 'perCaseMinor' | 'totalMinor') => money.minorOf(shown(role, of)) ?? 0
        await agreementsApi.setLimit({
          role,
          perCaseMinor: minor('perCaseMinor'),
          totalMinor: minor('totalMinor'),
        })
      }
      await Promise.all(
        ['deal-limits', 'agreements'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      )
      onClose()
    })
  }
  return (
    <Drawer
      title={t('agreement.limits-title')}
      note={t(may ? 'agreement.limits-note' : 'agreement.limits-may-not')}
      onClose={onClose}
      dirty={Object.keys(typed).length > 0}
      footer={
        <Button type="primary" loading={busy} disabled={!may} onClick={() => void save()}>
          {t('app.save')}
        </Button>
      }
    >
      <table className="trade-tiers field-control">
        <thead>
          <tr>
            <th scope="col">{t('agreement.limit-role')}</th>
            <th scope="col">{t('agreement.limit-per-case', { money: money.word })}</th>
            <th scope="col">{t('agreement.limit-total', { money: money.word })}</th>
          </tr>
        </thead>
        <tbody>
          {roles
            .filter((role) => givers.has(role))
            .map((role) => (
              <tr key={role}>
                <th scope="row">{t(`role.${role}`)}</th>
                {(['perCase', 'total'] as const).map((of) => (
                  <td key={of}>
                    <NumberInput
                      aria-label={[
                        t(`role.${role}`),
                        t(of === 'perCase' ? 'agreement.limit-per-case' : 'agreement.limit-total', {
                          money: money.word,
                        }),
                      ].join(' ')}
                      value={shown(role, `${of}Minor`)}
                      readOnly={!may}
                      onValue={(value) => set(`${role}.${of}Minor`, value)}
                    />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      {error !== null && <Failed error={error} />}
    </Drawer>
  )
}
