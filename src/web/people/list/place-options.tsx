import { useSession } from '../../ui/session.ts'
import { inOrder } from '../../ui/territory.ts'

/** The territory as options of a select, indented as the tree is. */
export function PlaceOptions({ none }: { readonly none: string }) {
  const { nodes } = useSession()
  return (
    <>
      <option value="">{none}</option>
      {inOrder(nodes).map(({ node, depth }) => (
        <option key={node.id} value={node.code}>
          {`${'\u2003'.repeat(depth)}${node.name}`}
        </option>
      ))}
    </>
  )
}
