import type { Preview } from '../../../contract/import-preview.ts'
import { ChoiceRadios } from './choice-radios.tsx'
import { otherQuestions, questionWords } from './column-facts.ts'
import type { Patch } from './columns-table.tsx'
import { asksForColumn } from './field-rows.ts'
import type { FileReading } from './reading.ts'

/** Sentences that only tell what was done, and ask nothing. */
const TELLS = new Set([
  'file/year-taken',
  'file/date-from-title',
  'file/sheets-joined',
  'file/filled-down',
  'file/turned-months',
  'file/turned-days',
  'file/turned-accounts',
  'file/turned-skus',
  'file/turned-markets',
])

/** Doubts about the file as a whole, each with its ways; and, without amber, what was done to read it. */
export function FileDoubts({
  preview,
  reading,
  onPatch,
}: {
  readonly preview: Preview
  readonly reading: FileReading
  readonly onPatch: Patch
}) {
  const questions = otherQuestions(preview).filter(({ code }) => !asksForColumn(code))
  const listed = new Set(preview.fields.map(({ field }) => field))
  const choices = preview.choices.filter(
    (choice) => choice.question !== null && (choice.field === null || !listed.has(choice.field)),
  )
  if (questions.length === 0) return null
  return (
    <ul className="file-doubts">
      {questions.map((question) => (
        <li key={question.code + JSON.stringify(question.facts)} data-amber={!TELLS.has(question.code)}>
          <p>{questionWords(reading, question)}</p>
          {choices
            .filter((choice) => choice.question === question.code)
            .map((choice) => (
              <ChoiceRadios
                key={choice.id + (choice.header ?? '')}
                choice={choice}
                reading={reading}
                onPatch={onPatch}
              />
            ))}
        </li>
      ))}
    </ul>
  )
}
