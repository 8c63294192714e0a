const words = {
  read: 'import.step.read',
  judge: 'import.step.judge',
  post: 'import.step.post',
  write: 'import.step.write',
  settle: 'import.step.settle',
  assess: 'import.step.assess',
} as const

/** What a step of an import is called. */
export function stepWord(step: string): (typeof words)[keyof typeof words] | 'import.step.other' {
  const found = Object.entries(words).find(([name]) => name === step)
  return found?.[1] ?? 'import.step.other'
}
