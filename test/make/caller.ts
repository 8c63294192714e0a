import { rights, type Caller } from '../../src/domain/chain/reach.ts'

/** The system at the command line: every right, everywhere. */
export const allTheRights: Caller = {
  actor: 'cli:test',
  personId: null,
  rights: new Set(rights),
  scope: '*',
  locale: 'zh',
}
