import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { useReading } from '../../ui/reading.ts'

/** A version of the policy on its own screen; where another one holds now, beside that. Plain words to one who may not read it. */
export function PolicyLink({
  version,
  now,
  words,
}: {
  readonly version: number
  readonly now: number
  readonly words: string
}) {
  const { may } = useReading()
  if (!may('policy.read')) return <span className="quiet">{words}</span>
  const compare = version === now ? {} : { compare: `${version}-${now}` }
  return (
    <Link
      className="link"
      to={paths.policy}
      search={({ node, asOf }) => ({ ...(node ? { node } : {}), ...(asOf ? { asOf } : {}), ...compare })}
      hash="versions"
    >
      {words}
    </Link>
  )
}
