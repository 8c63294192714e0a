import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/page.tsx'
import { useReading } from '../../ui/reading.ts'

/** A section that has nothing to show yet: why, and where a person who may can bring it in. */
export function NothingYet({
  title,
  words,
  bring,
}: {
  readonly title: string
  readonly words: string
  readonly bring: string
}) {
  const { may } = useReading()
  return (
    <Section title={title}>
      <p className="quiet">{words}</p>
      {may('import.run') ? (
        <Link className="link no-print" to={paths.import} search={{}}>
          {bring}
        </Link>
      ) : null}
    </Section>
  )
}
