import { AccountScreen } from './assess/account-screen.tsx'
import { AccountVisitsPart } from './develop/visits/account-part.tsx'
import { FirstOrderPart } from './develop/visits/first-order-part.tsx'

/** An account's page: what the tests say of it, and how it is looked after. */
export function AccountPage() {
  return <AccountScreen Care={Care} />
}

function Care({ account }: { readonly account: { readonly id: string; readonly name: string } }) {
  return (
    <>
      <FirstOrderPart account={account} />
      <AccountVisitsPart account={account} />
    </>
  )
}
