import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { Finder } from './finder.tsx'
import { useLanguage } from './language.tsx'
import { Pop } from './pop.tsx'
import { useSession } from './session.ts'
import { inOrder, pathTo } from './territory.ts'
import { usePlaceAndDay } from './place.ts'

/** Screens of the whole company, wherever one came from. */
const wide = new Set<string>([paths.policy, paths.people, paths.audit])

/** Where we are, as a path of links; its last part opens all territories that the person may see. */
export function TerritoryPicker() {
  const { t } = useLanguage()
  const { nodes, company } = useSession()
  const { pathname } = useLocation()
  const { node: code } = usePlaceAndDay()
  const navigate = useNavigate()
  const path = pathTo(nodes, code)
  const here = path.at(-1)
  const name = here?.name ?? t('bar.all-markets')
  const ordered = inOrder(nodes)

  const find = (text: string) => {
    const wanted = text.toLowerCase()
    const matching = ordered.filter(
      ({ node }) => node.name.toLowerCase().includes(wanted) || node.code.toLowerCase().includes(wanted),
    )
    return matching.map(({ node, depth }) => ({
      key: node.code,
      name: node.name,
      note: t(`node.${node.kind}`),
      depth: wanted === '' ? depth : 0,
    }))
  }
  // The place stays in the address for the way back.
  if (wide.has(pathname))
    return (
      <p className="territory">
        <span className="territory-here">
          <span title={company.name}>{company.name}</span>
        </span>
      </p>
    )
  return (
    <nav className="territory" aria-label={t('bar.territory')}>
      {path.slice(0, -1).map((node) => (
        <span key={node.id} className="territory-part">
          <Link to="." search={(old) => ({ ...old, node: node.code })} title={node.name}>
            {node.name}
          </Link>
          <span aria-hidden="true" className="territory-slash" />
        </span>
      ))}
      <Pop
        label={`${t('bar.territory')}: ${name}`}
        face={
          <span className="territory-here">
            <span title={name}>{name}</span> <span className="caret" aria-hidden="true" />
          </span>
        }
      >
        {(close) => (
          <Finder
            always
            label={t('bar.territory')}
            hint={t('bar.territory-hint')}
            none={(text) => t('bar.territory-none', { text })}
            find={find}
            onPick={(picked) => {
              close()
              void navigate({ to: '.', search: (old) => ({ ...old, node: picked }) })
            }}
          />
        )}
      </Pop>
    </nav>
  )
}
