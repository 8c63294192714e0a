import { AccountScreen } from './assess/account-screen.tsx'
import { AccountVisitsPart } from './develop/visits/account-part.tsx'

/** An account's page: what the tests say of it, and how it is looked after. */
export function AccountPage() {
  return <AccountScreen Care={AccountVisitsPart} />
}
