import type { SameAs } from '../message.ts'
import type { blocks as zh } from '../zh/blocks.ts'

/** Building blocks of every screen: lists, drawers, drafts, undo. */
export const blocks: SameAs<typeof zh> = {
  'drawer.unsaved': 'Your changes are not saved. If you leave now, the draft stays on this computer.',
  'drawer.leave': 'Leave',
  'drawer.stay': 'Keep editing',
  'form.was': 'was {was}',
  'form.nothing': 'empty',
  'draft.note': '{n} changed, draft kept at {time:plain}',
  'undo.undo': 'Undo',
  'undo.running': 'Undoing',
  'undo.done': 'Undone: {what}',
  'undo.refused': 'Not undone. {why}',
  'bulk.label': 'With the selected rows',
  'bulk.none': 'Select none',
  'bulk.hint': 'Space selects a row, Shift a range.',
  'list.none': 'Nothing here yet.',
  'list.pick': 'Select row {n}',
  'list.page-of': 'Page {page} of {pages}',
  'list.page-before': 'Previous',
  'list.page-next': 'Next',
  'list.pick-all': 'Select all',
  'list.order': 'Sort by',
  'list.order-other': 'another column',
  'list.order-down': 'Descending',
  'list.order-up': 'Ascending',
  'key.escape': 'Esc',
  'appearance.label': 'Light or dark',
  'appearance.light': 'Light',
  'appearance.dark': 'Dark',
  'appearance.system': 'System',
}
