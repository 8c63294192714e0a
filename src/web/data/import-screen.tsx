import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ImportKind } from '../../contract/intake.ts'
import { paths, type ImportSearch } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { PageHead, Section, useTitle } from '../ui/page.tsx'
import { useRight } from '../ui/session.ts'
import { DropZone } from './drop-zone.tsx'
import { kinds } from './fields.ts'
import { History } from './history.tsx'
import { Incoming } from './incoming.tsx'
import { KindChoice } from './kind-choice.tsx'
import { Mappings } from './mappings.tsx'
import { saveFile } from '../ui/save-file.ts'
import { templateOf } from './template.ts'
import './data.css'
import './wizard/wizard.css'

export function kindIn(search: ImportSearch): ImportKind {
  return kinds.find((kind) => kind === search.kind) ?? 'movements'
}

/** Bring files; and what was brought before. */
export function ImportScreen() {
  const { t } = useLanguage()
  useTitle(t('import.title'))
  const may = useRight('import.run')
  const search: ImportSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const kind = kindIn(search)
  if (!may)
    return (
      <PageHead
        words={t('state.no-right')}
        note={t('state.no-right-whom', { right: t('right.import.run') })}
      />
    )
  const choose = (next: ImportKind) =>
    void navigate({ to: paths.import, search: (old) => ({ ...old, kind: next }), replace: true })
  const template = () => {
    const { name, text } = templateOf(kind, t)
    saveFile(name, text)
  }
  return (
    <Incoming kind={kind}>
      <PageHead words={t('import.sentence')} note={t('import.note')} />
      <KindChoice kind={kind} onChange={choose} />
      <DropZone words={t('wizard.drop')} note={t('wizard.several')}>
        <button type="button" className="link drop-template" onClick={template}>
          {t('wizard.template', { kind: t(`kind.${kind}`) })}
        </button>
      </DropZone>
      <Section title={t('import.history')}>
        <History search={search} onTemplate={template} />
      </Section>
      <Mappings />
    </Incoming>
  )
}
