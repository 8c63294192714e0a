import { useState } from 'react'
import { useLanguage } from './language.tsx'
import { useInChargeOfAll } from './session.ts'
import { Failed } from './states.tsx'
import { Sure } from './sure.tsx'

/** Erases for good what is kept of somebody who is not ours; for whoever is in charge of everybody's data. */
export function ErasePart({
  ask,
  words,
  onErase,
}: {
  readonly ask: string
  readonly words: string
  readonly onErase: () => Promise<void>
}) {
  const { t } = useLanguage()
  const all = useInChargeOfAll('people.change')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (!all) return null
  const erase = () => {
    setBusy(true)
    onErase()
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <div className="erase-part">
      <Sure ask={ask} words={words} yes={t('app.erase')} busy={busy} onYes={erase} />
      {error !== null && <Failed error={error} />}
    </div>
  )
}
