import { Loading } from '../ui/states.tsx'

export function StartScreen() {
  return <Loading />
}
