import type { SameAs } from '../message.ts'
import type { roles as zh } from '../zh/roles.ts'

/** Roles of the company's own; the app as somebody else sees it. */
export const roles: SameAs<typeof zh> = {
  'preview.part': 'See the app as somebody else does',
  'preview.note':
    'What {name} sees when they open Tonnage. You can only look; it ends by itself after an hour, and its start and end are in the activity.',
  'preview.open': 'See the app as {name} does',
  'preview.banner': 'You see the app as {name} does, and can only look.',
  'preview.banner-until': 'You are {by}; this ends by itself at {time}.',
  'preview.end': 'Back to my own view',
  'roles.title': 'Roles',
  'roles.says': { one: '<all>{n} role</all> of your own', other: '<all>{n} roles</all> of your own' },
  'roles.says-held': {
    one: ', held by <held>{n} person</held>.',
    other: ', held by <held>{n} people</held>.',
  },
  'roles.says-held-none': ', held by nobody yet.',
  'roles.says-none': 'No role of your own yet; the fixed six are always there.',
  'roles.note':
    'A role says what somebody may do, a place which markets they see. A changed role holds from the next click of whoever has it. Every change is in the activity.',
  'roles.to-people': 'People',
  'roles.from-people': 'Roles',
  'roles.new': 'New role',
  'roles.new-whom':
    'Making a role needs the right to change people of the whole company. Ask an administrator.',
  'roles.table': 'What each role may do',
  'roles.held': { one: '{n} person', other: '{n} people' },
  'roles.held-none': 'Nobody',
  'roles.own': 'Your own',
  'roles.col-name': 'Role',
  'roles.col-held': 'Held by',
  'roles.col-fields': 'Fields it sees',
  'roles.fields-costs': 'Cost and margin',
  'roles.fields-no-costs': 'No cost, no margin',
  'roles.fields-phones': 'phones, each look kept',
  'roles.fields-no-phones': 'phones masked',
  'roles.verb-view': 'View',
  'roles.verb-edit': 'Edit',
  'roles.verb-approve': 'Approve',
  'roles.verb-export': 'Export',
  'roles.verb-part': '{verb} {n}/{of}',
  'roles.copy-this': 'New role like this',
  'roles.fixed': 'Fixed',
  'roles.group-accounts': 'Accounts',
  'roles.group-money': 'Cost, margin and export',
  'roles.group-files': 'Bringing data in',
  'roles.group-masters': 'Master data',
  'roles.group-policy': 'Assessment policy',
  'roles.group-people': 'People and company',
  'roles.field-name': 'Name',
  'roles.field-name-hint': 'For example “Deputy without margins”.',
  'roles.copy': 'Begin as a copy of',
  'roles.wrong-name': 'Write a name.',
  'roles.wrong-rights': 'Choose one right at least.',
  'roles.costs-hidden':
    'Cost, contribution and score are hidden: on every page, in sorting and filtering, and in every export.',
  'roles.nothing-hidden': 'Cost and contribution are shown.',
  'roles.shows-costs':
    'Imports, undoing them and the activity show costs, so these go with “See contribution”.',
  'roles.not-yours':
    'This role may do more than you, or you do not manage the people of the whole company. You can only look.',
  'roles.save': 'Save',
  'roles.make': 'Make this role',
  'roles.remove': 'Remove the role',
  'roles.remove-held': {
    one: '{n} person still has it. Give them another role first.',
    other: '{n} people still have it. Give them another role first.',
  },
  'roles.made': 'The role “{name}” is made.',
  'roles.saved': 'The role “{name}” is changed, from the next click on.',
  'roles.removed': 'The role “{name}” is removed.',
}
