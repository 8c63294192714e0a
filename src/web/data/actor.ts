import type { ImportBatch } from '../../contract/intake.ts'
import { useLanguage } from '../ui/language.tsx'

/** Who brought a batch, for reading: a person by name, the command line by its user. */
export function useActor(): (batch: Pick<ImportBatch, 'actor' | 'who'>) => string {
  const { t } = useLanguage()
  return ({ actor, who }) => {
    const [kind, ...rest] = actor.split(':')
    if (kind === 'cli') return t('import.by-cli', { name: rest.join(':') })
    return who === actor ? t('import.by-other') : who
  }
}
