import './progress-bar.css'

/** Progress in ink; `done` 0..1. */
export function ProgressBar({ label, done }: { readonly label: string; readonly done: number }) {
  const share = Math.max(0, Math.min(1, done))
  return (
    <div
      className="progress-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <span style={{ width: `${String(share * 100)}%` }} />
    </div>
  )
}
