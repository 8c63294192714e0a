import type { RankedAccount, Ranking } from '../../contract/assess.ts'
import { keyStandings, standings } from '../../domain/assess/criterion.ts'
import type { MarketVerdict } from '../../domain/assess/verdict.ts'
import { round } from './ranked-account.ts'

/** Below this share of costed volume a contribution is unknown to the score; the policy's default. */
const COST_COVERAGE = 0.8

/** What a screen says of a whole list, so that it needs no row that it does not show. */
export function totalsOf(
  accounts: readonly RankedAccount[],
  verdicts: readonly MarketVerdict[],
): Ranking['totals'] {
  const selling = accounts.filter((row) => row.tonnageLitres > 0)
  const sleeping = accounts.filter((row) => row.sleepsBig)
  const litres = selling.map((row) => row.tonnageLitres).toSorted((a, b) => a - b)
  return {
    accounts: accounts.length,
    litres: litresIn(accounts),
    cases: accounts.some((row) => row.cases === null) ? null : sum(accounts, (row) => row.cases ?? 0),
    medianLitres: litres[Math.floor(litres.length / 2)] ?? 0,
    markets: new Set(accounts.map((row) => row.market)).size,
    places: sum(verdicts, (market) => market.k),
    beyondPlaces: sum(verdicts, beyondPlaces),
    compares: accounts.some((row) => row.rankBefore !== null),
    lacksCost: selling.filter((row) => row.costCoverage !== null && row.costCoverage < COST_COVERAGE).length,
    lacksStrength: selling.filter((row) => row.parts.strength === null).length,
    urgent: urgentOf(accounts),
    sleepsBig: {
      accounts: sleeping.length,
      litres: sum(sleeping, (row) => row.lastYearLitres ?? 0),
    },
    byStanding: standings.map((standing) => {
      const those = accounts.filter((row) => row.standing === standing)
      return { standing, accounts: those.length, litres: litresIn(those) }
    }),
  }
}

/** `accounts` are best first. */
function urgentOf(accounts: readonly RankedAccount[]): Ranking['totals']['urgent'] {
  const leaving = accounts.filter(({ standing }) => standing === 'big_disloyal' || standing === 'at_risk')
  const largest = leaving.toSorted((a, b) => b.tonnageLitres - a.tonnageLitres)[0]
  const found = largest ?? accounts.find(({ standing }) => standing === 'candidate')
  return found ? { id: found.id, name: found.name, standing: found.standing } : null
}

function beyondPlaces({ k, verdicts }: MarketVerdict): number {
  return Math.max(0, verdicts.filter(({ standing }) => keyStandings.includes(standing)).length - k)
}

function litresIn(rows: readonly RankedAccount[]): number {
  return sum(rows, (row) => row.tonnageLitres)
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return round(
    rows.reduce((total, row) => total + of(row), 0),
    3,
  )
}
