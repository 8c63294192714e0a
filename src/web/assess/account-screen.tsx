import { Loading } from '../ui/states.tsx'

export function AccountScreen() {
  return <Loading />
}
