import { Button } from 'antd'
import { Choice } from '../../ui/choice.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { DeskProps, TypedTier } from './desk.ts'
import { NumberInput } from '../../ui/number-input.tsx'

const MOST = 6

/** The tiers of a rebate, one line each, and how they count. */
export function TierRows({ desk, set }: DeskProps) {
  const { t } = useLanguage()
  const { tiers } = desk
  const put = (at: number, patch: Partial<TypedTier>) =>
    set({ tiers: tiers.map((tier, i) => (i === at ? { ...tier, ...patch } : tier)) })
  return (
    <>
      <Choice
        label={t('desk.mode')}
        value={desk.mode}
        options={[
          { value: 'all', label: t('desk.mode-all') },
          { value: 'marginal', label: t('desk.mode-marginal') },
        ]}
        onChange={(mode) => set({ mode })}
      />
      <table className="tier-rows field-control">
        <thead>
          <tr>
            <th scope="col">{t('desk.path.case.rebate.tiers.from')}</th>
            <th scope="col">{t('desk.path.case.rebate.tiers.rate')}</th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier, at) => (
            // A tier has no name: its place is what it is.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <td>
                <NumberInput
                  aria-label={t('desk.tier-from', { n: at + 1 })}
                  value={tier.from}
                  onValue={(from) => put(at, { from })}
                />
              </td>
              <td>
                <NumberInput
                  aria-label={t('desk.tier-rate', { n: at + 1 })}
                  value={tier.rate}
                  onValue={(rate) => put(at, { rate })}
                />
              </td>
              <td>
                {tiers.length > 1 && (
                  <button
                    type="button"
                    className="link"
                    aria-label={t('desk.tier-drop', { n: at + 1 })}
                    onClick={() => set({ tiers: tiers.filter((_, i) => i !== at) })}
                  >
                    {t('desk.drop')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        disabled={tiers.length >= MOST}
        onClick={() => set({ tiers: [...tiers, { from: null, rate: null }] })}
      >
        {t('desk.tier-add')}
      </Button>
    </>
  )
}
