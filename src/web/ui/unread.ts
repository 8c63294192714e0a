/**
 * Whether a number that cannot be read stands in the form, drawer or section around `of`: it would be sent as unknown. The first one gets
 * the focus; what is wrong with it already stands beneath it.
 */
export function unread(of: Element | null): boolean {
  const part = of?.closest('form, [role="dialog"], section')
  const field = part?.querySelector<HTMLElement>('input[inputmode="decimal"][aria-invalid="true"]')
  field?.focus()
  return field != null
}
