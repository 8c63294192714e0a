import { Loading } from '../ui/states.tsx'

export function LinkScreen() {
  return <Loading />
}
