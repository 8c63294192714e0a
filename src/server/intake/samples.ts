import type { TrialSamples } from '../../contract/intake.ts'
import type { Sampled, Samples } from '../../domain/chain/samples.ts'
import type { Book } from './book.ts'

export type LineSamples = Pick<TrialSamples, 'in' | 'unchanged' | 'corrected'> & {
  readonly overlaps: Samples['overlaps']
}

/** Lines of the sheet with what its numbers stand for: a name where there is one, else the code. */
export function namedSamples(book: Book, samples: Samples): LineSamples {
  const line = ({ account, sku, day, millilitres, amountMinor, doc }: Sampled) => {
    const buyer = book.accounts[account - 1]
    const product = book.skus[sku - 1]
    return {
      day,
      account: buyer?.name ?? buyer?.known?.name ?? buyer?.code ?? '',
      sku: product?.name ?? product?.known?.name ?? product?.code ?? '',
      millilitres,
      amountMinor,
      doc,
    }
  }
  return {
    in: samples.fresh.map(line),
    unchanged: samples.unchanged.map(line),
    corrected: samples.corrected.map((one) => ({
      ...line(one),
      was: { day: one.wasDay, millilitres: one.wasMillilitres, amountMinor: one.wasAmountMinor },
    })),
    overlaps: samples.overlaps,
  }
}
