import { useRef } from 'react'

/** A button that opens the chooser of files, or on a phone its camera. */
export function ChooseFiles({
  words,
  accept,
  camera = false,
  onChosen,
}: {
  readonly words: string
  readonly accept: string
  readonly camera?: boolean
  readonly onChosen: (files: readonly File[]) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={words}
        accept={accept}
        {...(camera ? { capture: 'environment' } : { multiple: true })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          onChosen(files)
        }}
      />
      <button type="button" className="aside-button" onClick={() => input.current?.click()}>
        {words}
      </button>
    </>
  )
}
