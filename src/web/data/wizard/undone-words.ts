import type { ImportBatch, ImportResult } from '../../../contract/intake.ts'
import type { Translate } from '../../../language/index.ts'

/** What an import that was taken back had brought, sentence by sentence; what it had not brought is left out. */
export function hadBrought(
  t: Translate,
  kind: ImportBatch['kind'],
  result: Pick<ImportResult, 'rowsAccepted' | 'rowsRejected' | 'corrected' | 'created' | 'updated'>,
  volume: string,
): readonly string[] {
  const { rowsAccepted: n, rowsRejected: back, corrected, created, updated } = result
  const listed = (of: ImportResult['created']) =>
    [
      of.accounts > 0 ? t('wizard.n-accounts', { n: of.accounts }) : '',
      of.skus > 0 ? t('wizard.n-skus', { n: of.skus }) : '',
      of.markets > 0 ? t('wizard.n-markets', { n: of.markets }) : '',
    ]
      .filter((words) => words !== '')
      .join(t('wizard.and'))
  const [made, changed] = [listed(created), listed(updated)]
  return [
    kind === 'movements' ? t('wizard.had-brought', { n, volume }) : t('wizard.had-brought-plain', { n }),
    corrected > 0 ? t('wizard.had-corrected', { n: corrected }) : '',
    made === '' ? '' : t('wizard.had-made', { what: made }),
    changed === '' ? '' : t('wizard.had-updated', { what: changed }),
    back > 0 ? t('wizard.had-refused', { n: back }) : '',
  ].filter((words) => words !== '')
}
