import { Loading } from '../ui/states.tsx'

export function RankingScreen() {
  return <Loading />
}
