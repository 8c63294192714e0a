import { Link } from '@tanstack/react-router'
import type { ImportKind } from '../../contract/intake.ts'
import { downloads, paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { useRight } from '../ui/session.ts'

/** The same data by file: out as it stands, and back in by the import of its kind. */
export function Files({ kind, place }: { readonly kind: ImportKind; readonly place?: string | undefined }) {
  const { t } = useLanguage()
  const [mayBring, mayTake] = [useRight('import.run'), useRight('export.run')]
  return (
    <>
      {mayBring && (
        // The import reads the kind from the address.
        <Link className="link" to={paths.import} search={{ kind } as never}>
          {t('masters.import')}
        </Link>
      )}
      {mayTake && (
        <a className="link" href={downloads.export(kind, 'xlsx', { node: place })} download>
          {t('masters.export')}
        </a>
      )}
    </>
  )
}
