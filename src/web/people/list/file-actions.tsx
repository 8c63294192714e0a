import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { downloads, paths } from '../../paths.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { upload } from '../../upload.ts'

/** People as a file: out under the names that a file comes in by, and in through the trial of every import. */
export function FileActions() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [mayRun, mayChange, mayExport] = [
    useRight('import.run'),
    useRight('people.change'),
    useRight('export.run'),
  ]
  const mayImport = mayRun && mayChange
  const send = (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setError(null)
    upload('people', file, () => undefined)
      .then(({ id }) => navigate({ to: paths.importBatch, params: { batch: id }, search: {} }), setError)
      .finally(() => setBusy(false))
  }
  return (
    <>
      {error !== null && <Failed error={error} />}
      <Button
        disabled={!mayExport}
        title={mayExport ? undefined : t('people.export-whom')}
        {...(mayExport ? { href: downloads.export('people', 'xlsx') } : {})}
      >
        {t('people.export')}
      </Button>
      <input
        ref={field}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('people.import')}
        accept=".csv,.txt,.xlsx,.xls"
        onChange={(event) => send(event.target.files?.[0])}
      />
      <Button
        disabled={!mayImport}
        loading={busy}
        title={t(mayImport ? 'people.import-hint' : 'people.import-whom')}
        onClick={() => field.current?.click()}
      >
        {t('people.import')}
      </Button>
    </>
  )
}
