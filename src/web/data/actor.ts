import { useLanguage } from '../ui/language.tsx'
import { useSession } from '../ui/session.ts'

/** Who did it, for reading: oneself by name, the command line by its user. A colleague's name is not told here. */
export function useActor(): (actor: string) => string {
  const { t } = useLanguage()
  const { person } = useSession()
  return (actor) => {
    const [kind, ...rest] = actor.split(':')
    const name = rest.join(':')
    if (kind === 'cli') return t('import.by-cli', { name })
    if (kind !== 'person') return actor
    return name === person.id ? person.name : t('import.by-other')
  }
}
