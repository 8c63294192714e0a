import { readWorkbook } from './workbook.ts'

/**
 * The process that opens workbooks: whatever a hostile file does to it, the server stays up. It is told what to read on its
 * command line and answers over the channel to its parent.
 */
const tell = (rows: number) => {
  process.send?.({ rows })
}

// Without its parent nobody would read the answer, and nobody would end it.
process.on('disconnect', () => process.exit(1))

const [, , path, content, folder] = process.argv
if (
  path &&
  folder &&
  (content === 'zip' || content === 'compound' || content === 'biff' || content === 'markup')
) {
  const answer = await readWorkbook(path, content, folder, tell)
  process.send?.(answer, () => process.exit(0))
}
