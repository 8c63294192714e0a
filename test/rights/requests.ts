import { accountRequests } from './account-requests.ts'
import { agreementRequests } from './agreement-requests.ts'
import { claimRequests } from './claim-requests.ts'
import { companyRequests } from './company-requests.ts'
import { importRequests } from './import-requests.ts'
import { marketRequests } from './market-requests.ts'
import { ownRequests } from './own-requests.ts'
import { peopleRequests } from './people-requests.ts'
import { policyRequests } from './policy-requests.ts'
import { prospectRequests } from './prospect-requests.ts'
import { visitRequests } from './visit-requests.ts'
import type { Row } from './row.ts'

/** Every guarded route of the OpenAPI document, each at least once. */
export const rows: readonly Row[] = [
  ...accountRequests,
  ...marketRequests,
  ...companyRequests,
  ...ownRequests,
  ...peopleRequests,
  ...importRequests,
  ...prospectRequests,
  ...policyRequests,
  ...claimRequests,
  ...visitRequests,
  ...agreementRequests,
]
