import { vi } from 'vitest'
import { run } from '../../src/cli/main.ts'
import type { Answer } from './program.ts'

const write = (add: (text: string) => void) => (text: string | Uint8Array) => {
  add(String(text))
  return true
}

/** A command in this process: what it prints and its status. For commands without a database; the others run as people run them. */
export async function runHere(args: readonly string[]): Promise<Answer> {
  let [out, err] = ['', '']
  const streams = [
    vi.spyOn(process.stdout, 'write').mockImplementation(write((text) => (out += text))),
    vi.spyOn(process.stderr, 'write').mockImplementation(write((text) => (err += text))),
  ]
  try {
    return { status: await run(args), out, err }
  } finally {
    for (const stream of streams) stream.mockRestore()
  }
}
