import { Button } from 'antd'
import { NumberInput } from '../ui/number-input.tsx'
import './tier-table.css'

export type TypedTier = { readonly from: number | null; readonly rate: number | null }

/** Tiers as they are typed, a line each: where one begins and what it gives. A tier has no name, its place is what it is. */
export function TierTable({
  tiers,
  most,
  words,
  onChange,
}: {
  readonly tiers: readonly TypedTier[]
  readonly most: number
  readonly words: {
    readonly from: string
    readonly rate: string
    readonly drop: string
    readonly add: string
    /** Of the n-th line, counted from 1: what its fields and its way out are called. */
    readonly line: (n: number) => { readonly from: string; readonly rate: string; readonly drop: string }
  }
  readonly onChange: (tiers: readonly TypedTier[]) => void
}) {
  const put = (at: number, patch: Partial<TypedTier>) =>
    onChange(tiers.map((tier, i) => (i === at ? { ...tier, ...patch } : tier)))
  return (
    <>
      <table className="tier-rows field-control">
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.rate}</th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier, at) => {
            const line = words.line(at + 1)
            return (
              // oxlint-disable-next-line react/no-array-index-key -- see above
              <tr key={at}>
                <td>
                  <NumberInput
                    aria-label={line.from}
                    value={tier.from}
                    onValue={(from) => put(at, { from })}
                  />
                </td>
                <td>
                  <NumberInput
                    aria-label={line.rate}
                    value={tier.rate}
                    onValue={(rate) => put(at, { rate })}
                  />
                </td>
                <td>
                  {tiers.length > 1 && (
                    <button
                      type="button"
                      className="link"
                      aria-label={line.drop}
                      onClick={() => onChange(tiers.filter((_, i) => i !== at))}
                    >
                      {words.drop}
                    </button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Button
        className="tier-add"
        disabled={tiers.length >= most}
        onClick={() => onChange([...tiers, { from: null, rate: null }])}
      >
        {words.add}
      </Button>
    </>
  )
}
