import type { SameAs } from '../message.ts'
import type { settings as zh } from '../zh/settings.ts'

/** What holds for the whole company; one's own account. */
export const settings: SameAs<typeof zh> = {
  'menu.settings': 'Settings',
  'settings.title': 'Company settings',
  'settings.says':
    'Money is kept in {currency}, volume is given in {unit}, and days follow <zone>{zone}</zone>.',
  'settings.note': 'These hold for the whole company. Every change is recorded.',
  'settings.changes': 'See what was changed',
  'settings.saved': 'Company settings saved.',
  'settings.whom': 'You can look but not change. Ask an administrator of the whole company.',
  'settings.company': 'Company',
  'settings.name': 'Company name',
  'settings.name-hint': 'Stands on the sign-in page and at the top of the territory.',
  'settings.money': 'Money',
  'settings.currency': 'Currency',
  'settings.currency-posted':
    'There are movements, and their amounts are kept in it: it can no longer change.',
  'settings.currency-open':
    'Chosen at set-up. There are no movements yet, so tonnage setup on the command line can still choose another.',
  'settings.vat': 'VAT rate',
  'settings.vat-empty': 'as the file says',
  'settings.vat-hint':
    'For files that do not name one: {gross} with tax holds {vat} of tax. What was imported stays as it is.',
  'settings.vat-none': 'Empty: a file with tax in its amounts must name the rate.',
  'settings.vat-wrong':
    'Write per cent between 0 and 99, such as 13. Write 0 for no tax, or leave it empty if you do not know.',
  'settings.days': 'Days',
  'settings.zone': 'Time zone',
  'settings.zone-now': 'It is {now} there, which decides what “today” is.',
  'settings.zone-means':
    'It is {now} there. Dates of movements stay as they are. Once saved, “today”, the end of a stand-in and the day a policy begins follow the new zone, and the times in the activity list, past ones too, are shown in it.',
  'settings.calendar': 'Public holidays',
  'settings.calendar-none': 'No calendar of holidays',
  'settings.calendar-hint': 'Silence and gaps are counted in calendar days, holidays included.',
  'settings.words': 'Units and language',
  'settings.unit': 'Unit of volume',
  'settings.unit-hint': 'What people see until they choose a unit of their own.',
  'settings.language': 'Language',
  'settings.language-hint': 'The one the company was set up in. Everybody chooses their own for the screens.',
  'form.same': 'Nothing has changed.',
  'form.drop': 'Discard',
  'form.drop-sure': 'Your changes are not saved. Discard them?',
  'form.dropped': 'Changes discarded.',
}
