import type { ImportKind } from '../../contract/intake.ts'
import { useLanguage } from '../ui/language.tsx'
import { DropZone } from './drop-zone.tsx'

/** The corrected file comes back on the same page: dropped anywhere on it, chosen or pasted. */
export function BringBack({ kind }: { readonly kind: ImportKind }) {
  const { t } = useLanguage()
  return <DropZone small words={t('wizard.bring-back', { kind: t(`kind.${kind}`) })} />
}
