import { encode } from 'uqr'

/** A text as a picture that a telephone reads; drawn here, nothing is fetched. Black on white also at night: readers want it so. */
export function Picture({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('')
  const box = String(size)
  return (
    <svg className="second-picture" role="img" aria-label={label} viewBox={`0 0 ${box} ${box}`}>
      <path fill="#fff" d={`M0 0h${box}v${box}H0z`} />
      <path fill="#000" shapeRendering="crispEdges" d={path} />
    </svg>
  )
}
