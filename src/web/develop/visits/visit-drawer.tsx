import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { paths } from '../../paths.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Facts } from '../../ui/page.tsx'
import { dayWords, useReading } from '../../ui/reading.ts'
import { Failed } from '../../ui/states.tsx'
import { SaidForm } from './said-form.tsx'
import type { Target } from './target.ts'
import { useSaid } from './use-said.ts'
import { seenWords } from './words.ts'

type Props = { readonly target: Target; readonly onClose: () => void }

/** One date of an account: what is said of it, or what was said, to be taken back. */
export function VisitDrawer({ target, onClose }: Props) {
  const { visit } = target.plan ?? {}
  return visit && visit.met !== null ? (
    <Over target={target} onClose={onClose} />
  ) : target.plan?.state === 'missed' && visit ? (
    <Over target={target} onClose={onClose} />
  ) : (
    <SaidForm title={target.name} note={<SeeAccount target={target} />} target={target} onClose={onClose} />
  )
}

function SeeAccount({ target }: { readonly target: Target }) {
  const { t } = useLanguage()
  return (
    <Link className="link" to={paths.account} params={{ id: target.account }}>
      {t('visit.see-account')}
    </Link>
  )
}

function Over({ target, onClose }: Props) {
  const { t } = useLanguage()
  const reading = useReading()
  const { takeBack, busy, error } = useSaid(onClose)
  const { plan } = target
  const may = reading.may('visit.change')
  if (!plan?.visit) return null
  const { visit } = plan
  return (
    <Drawer
      title={target.name}
      note={<SeeAccount target={target} />}
      onClose={onClose}
      footer={
        <Button
          loading={busy}
          disabled={!may}
          title={may ? undefined : t('visit.may-not')}
          onClick={() => void takeBack(target)}
        >
          {t('visit.take-back')}
        </Button>
      }
    >
      <p>
        <Facts
          of={[
            t(`visit.state-${plan.state}`),
            dayWords(reading, plan.day),
            ...(visit.met === null
              ? []
              : [t(`visit.aim-${visit.aim}`), t(`visit.met-${visit.met ? 'yes' : 'no'}`)]),
            ...(visit.visitor === null ? [] : [t('visit.by', { name: visit.visitor })]),
          ]}
        />
      </p>
      <p>{seenWords(t, visit)}</p>
      <p>{visit.words}</p>
      {error !== null && <Failed error={error} />}
    </Drawer>
  )
}
