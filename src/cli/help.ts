import { Help, type HelpConfiguration } from 'commander'
import { lookUp, type Locale, type Translate } from '../language/index.ts'

const TITLES: Readonly<Record<string, 'usage' | 'arguments' | 'options' | 'global' | 'commands'>> = {
  'Usage:': 'usage',
  'Arguments:': 'arguments',
  'Options:': 'options',
  'Global Options:': 'global',
  'Commands:': 'commands',
}

/** Help wholly in one language: its headings, what is said of defaults and choices, and the words in <> and []. */
export function helpIn(locale: Locale, t: Translate): HelpConfiguration {
  const plain = new Help()
  const word = (name: string) => lookUp(locale, `cli.word.${name}`) ?? name
  const places = (term: string) =>
    term.replaceAll(/([<[])([a-z-]+)((?:\.\.\.)?[>\]])/g, (_, open: string, name: string, close: string) =>
      [open, word(name), close].join(''),
    )
  const notes = (text: string) =>
    text
      .replace(' (default: [])', '')
      .replace('(choices: ', `(${t('cli.help.choices')}`)
      .replace('(default: ', `(${t('cli.help.default')}`)
  return {
    showGlobalOptions: true,
    // A Chinese character is two columns wide on a terminal.
    displayWidth: (text) => [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0),
    styleTitle: (title) => {
      const known = TITLES[title]
      return known === undefined ? title : t(`cli.help.${known}`)
    },
    commandUsage: (command) => places(plain.commandUsage(command)),
    subcommandTerm: (command) => places(plain.subcommandTerm(command)),
    optionTerm: (option) => places(plain.optionTerm(option)),
    argumentTerm: (argument) => word(plain.argumentTerm(argument)),
    optionDescription: (option) => notes(plain.optionDescription(option)),
    argumentDescription: (argument) => notes(plain.argumentDescription(argument)),
  }
}
