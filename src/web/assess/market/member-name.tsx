import { Link } from '@tanstack/react-router'
import type { MemberLevel } from '../../../contract/market.ts'
import { paths } from '../../paths.ts'
import { usePlaceAndDay } from '../../ui/place.ts'

/** A wholesaler's name opens its page; a sub-distributor has none yet. */
export function MemberName({
  member,
  level,
}: {
  readonly member: { readonly id: string; readonly name: string }
  readonly level: MemberLevel
}) {
  const { node, asOf } = usePlaceAndDay()
  if (level !== 'wholesaler')
    return (
      <span className="member-name" title={member.name}>
        {member.name}
      </span>
    )
  return (
    <Link
      className="member-name"
      title={member.name}
      to={paths.account}
      params={{ id: member.id }}
      search={{ ...(node ? { node } : {}), ...(asOf ? { asOf } : {}) }}
    >
      {member.name}
    </Link>
  )
}
