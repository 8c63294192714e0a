import { Choice } from '../../ui/choice.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { DeskProps } from './desk.ts'
import { TierTable } from '../tier-table.tsx'

const MOST = 6

/** The tiers of a rebate, one line each, and how they count. */
export function TierRows({ desk, set }: DeskProps) {
  const { t } = useLanguage()
  const { tiers } = desk
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
      <TierTable
        tiers={tiers}
        most={MOST}
        words={{
          from: t('desk.path.case.rebate.tiers.from'),
          rate: t('desk.path.case.rebate.tiers.rate'),
          drop: t('desk.drop'),
          add: t('desk.tier-add'),
          line: (n) => ({
            from: t('desk.tier-from', { n }),
            rate: t('desk.tier-rate', { n }),
            drop: t('desk.tier-drop', { n }),
          }),
        }}
        onChange={(to) => set({ tiers: to })}
      />
    </>
  )
}
