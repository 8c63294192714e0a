import { Loading } from '../ui/states.tsx'

export function SignInScreen() {
  return <Loading />
}
