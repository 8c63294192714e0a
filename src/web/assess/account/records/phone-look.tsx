import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../../api.ts'
import { useProblemWords } from '../../../ui/states.tsx'
import { useReading } from '../../../ui/reading.ts'

/** A masked phone; one who may sees the whole number after asking for it, as a link that calls. */
export function PhoneLook({
  account,
  record,
  name,
  masked,
}: {
  readonly account: string
  readonly record: string
  readonly name: string
  readonly masked: string
}) {
  const { t, may } = useReading()
  const words = useProblemWords()
  const link = useRef<HTMLAnchorElement>(null)
  const look = useMutation({ mutationFn: () => api.recordPhone(account, record) })
  const phone = look.data?.phone
  // The button that was pressed is gone: the number takes its place.
  useEffect(() => {
    if (phone !== undefined) link.current?.focus()
  }, [phone])
  if (phone !== undefined)
    return (
      <a
        ref={link}
        className="link"
        href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}
        aria-label={t('records.call', { phone })}
      >
        {phone}
      </a>
    )
  return (
    <>
      <span>{masked}</span>
      {may('account.note') ? (
        <button
          type="button"
          className="link"
          aria-label={`${t('records.see-phone')} ${name}`}
          disabled={look.isPending}
          onClick={() => look.mutate()}
        >
          {t('records.see-phone')}
        </button>
      ) : null}
      {look.isError ? <span role="alert">{words(look.error)}</span> : null}
    </>
  )
}
