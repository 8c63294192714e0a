import { Select } from 'antd'
import type { ImportKind, Understood } from '../../contract/intake.ts'
import type { Session } from '../../contract/people.ts'
import { useLanguage } from '../ui/language.tsx'
import { useSession } from '../ui/session.ts'

/** Kinds of file in which a row belongs to a market. */
const WITH_MARKET = new Set<ImportKind>(['movements', 'accounts'])

/** Whether the file leaves open in which market its rows are. */
export function asksForMarket(kind: ImportKind, understood: Understood | null): boolean {
  if (!WITH_MARKET.has(kind) || understood === null || understood.layout === 'markets') return false
  return !understood.columns.some(({ field, by }) => /^market_(code|name)$/.test(field) && by !== 'map')
}

/** The only market that there is; with more of them somebody has to choose. */
export function onlyMarket(nodes: Session['nodes']): string | undefined {
  const markets = nodes.filter((node) => node.kind === 'market')
  return markets.length === 1 ? markets[0]?.code : undefined
}

/** Where rows belong that name no market: known accounts keep theirs in any case. */
export function MarketChoice({
  value,
  onChange,
}: {
  readonly value: string | undefined
  readonly onChange: (code: string | undefined) => void
}) {
  const { t } = useLanguage()
  const markets = useSession().nodes.filter((node) => node.kind === 'market')
  return (
    <div className="market-choice" data-guess={value === undefined}>
      <label htmlFor="market">{t('import.market')}</label>
      <Select
        id="market"
        allowClear
        placeholder={t('import.market-own')}
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? null}
        options={markets.map((market) => ({ value: market.code, label: market.name }))}
        onChange={(code) => onChange(code ?? undefined)}
      />
      <span className="quiet">{t('import.market-note')}</span>
    </div>
  )
}
