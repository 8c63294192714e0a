import { NoRight } from '../ui/states.tsx'
import { usePlaceAndDay } from '../ui/place.ts'
import { useSession } from '../ui/session.ts'
import { MarketList } from './market/list.tsx'
import { OneMarket } from './market/one.tsx'
import { useReading } from '../ui/reading.ts'
import './parts/parts.css'
import './account/account.css'
import './account/sections.css'
import './market/market.css'

/** Markets: the place in the address decides. A market shows itself, anything above it the markets beneath. */
export function MarketScreen() {
  const { may } = useReading()
  const { nodes } = useSession()
  const { node } = usePlaceAndDay()
  if (!may('ranking.read')) return <NoRight right="ranking.read" />
  const markets = nodes.filter((one) => one.kind === 'market')
  const only = node === undefined && markets.length === 1 ? markets[0]?.code : undefined
  const code = markets.find((one) => one.code === node)?.code ?? only
  return code === undefined ? <MarketList /> : <OneMarket key={code} code={code} />
}
