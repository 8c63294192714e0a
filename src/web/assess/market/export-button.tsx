import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { MarketPage } from '../../../contract/market.ts'
import { useProblemWords } from '../../ui/states.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { toCsv } from '../ranking/csv.ts'
import { useReading } from '../../ui/reading.ts'
import { allMembers, exportMembers } from './export-members.ts'

/** Everyone on the curve as a file; of a long one the middle is fetched first. */
export function ExportMembers({ page }: { readonly page: MarketPage }) {
  const reading = useReading()
  const { t, may } = reading
  const problem = useProblemWords()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => allMembers(page),
    onSuccess: (members) =>
      saveFile(
        t('market.file', { place: page.row.name, day: page.asOf }),
        toCsv(exportMembers(reading, page, members)),
      ),
  })
  return (
    <>
      {error ? (
        <span className="market-small" role="alert">
          {problem(error)}
        </span>
      ) : null}
      <Button
        disabled={!may('export.run') || page.curve === null || isPending}
        title={t(may('export.run') ? 'market.export-hint' : 'market.export-whom')}
        onClick={() => mutate()}
      >
        {t(isPending ? 'market.exporting' : 'market.export')}
      </Button>
    </>
  )
}
