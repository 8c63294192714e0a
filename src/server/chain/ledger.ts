import { hash } from 'node:crypto'
import { judge, mergeNumbers, monthsThere, refusedHere, refuseLines } from './judge-store.ts'
import { postSheet } from './post-store.ts'
import { laterBatch, reverseBatch } from './reverse-store.ts'
import { knownLines } from './known-lines-store.ts'
import { sampleSheet } from './sample-store.ts'
import { openSheet } from './sheet-store.ts'

/** The key of a line: the first 16 bytes of the SHA-256 of its identity, hexadecimal. */
export function lineKeyOf(identity: string): string {
  return hash('sha256', identity, 'hex').slice(0, 32)
}

/**
 * The one door into the ledger, in the order of its use: open a sheet, add lines, close; refuse lines of accounts that may not
 * be written to; judge; post. Or reverse a batch. Everything happens in the caller's transaction. Other slices are handed this.
 */
export const ledger = {
  keyOf: lineKeyOf,
  openSheet,
  mergeNumbers,
  refuseLines,
  judge,
  monthsThere,
  refusedHere,
  knownLines,
  sampleSheet,
  postSheet,
  laterBatch,
  reverseBatch,
} as const
