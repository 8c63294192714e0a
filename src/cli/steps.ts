/** Progress for people. A terminal shows one line that renews itself; a file or a pipe gets a line a step, never more. */
export type Steps = { show(step: string, done?: number): void; end(): void }

type Stream = { readonly isTTY?: boolean; write(text: string): unknown }

export function stepWriter(stream: Stream): Steps {
  let last = ''
  let open = false
  return {
    show: (step, done) => {
      if (stream.isTTY) {
        stream.write(`\r\u001b[2K${done === undefined ? step : `${step} ${bar(done)}`}`)
        open = true
      } else if (step !== last) {
        stream.write(`${step}\n`)
      }
      last = step
    },
    end: () => {
      if (open) stream.write('\r\u001b[2K')
      open = false
    },
  }
}

/** `done` is a share 0..1 where a share is known, a count above that. */
function bar(done: number): string {
  if (done > 1) return done.toLocaleString('en')
  const full = Math.round(Math.max(0, done) * 20)
  return `${'█'.repeat(full)}${'░'.repeat(20 - full)} ${Math.floor(done * 100)}%`
}
