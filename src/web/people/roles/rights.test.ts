import { expect, it } from 'vitest'
import { rights } from '../../../domain/chain/reach.ts'
import { rightGroups, verbs } from './rights.ts'

it('each right stands in one chapter, so that a role may be given it and shows it', () => {
  const shown = rightGroups.flatMap(({ does }) => verbs.flatMap((verb) => does[verb] ?? []))
  expect(shown.toSorted()).toEqual(rights.toSorted())
})
