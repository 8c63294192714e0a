/** The load-line disc; `size` is the height in px. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <circle cx="11" cy="11" r="6.8" fill="none" stroke="currentColor" strokeWidth="2.2" />
      <path d="M0 11h22" stroke="currentColor" strokeWidth="2.2" />
    </svg>
  )
}
