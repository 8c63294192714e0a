import { Failed } from './states.tsx'

/** Why a form was refused, beneath its fields; it scrolls into sight, or on a phone it would stand beneath the button. */
export function FormFault({ error }: { readonly error: unknown }) {
  if (error === null) return null
  return (
    <div ref={(shown) => shown?.scrollIntoView({ block: 'nearest' })}>
      <Failed error={error} />
    </div>
  )
}
