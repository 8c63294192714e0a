import type { Doubles } from '../../../../contract/account.ts'
import type { Reading } from '../../../ui/reading.ts'

/** Why two accounts look like one firm, as a part of a sentence. */
export function whyDouble({ t }: Pick<Reading, 't'>, { why }: Doubles['likely'][number]): string {
  return why.map((one) => t(`double.why-${one}`)).join(t('double.joint'))
}
