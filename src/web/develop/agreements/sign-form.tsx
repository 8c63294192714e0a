import { Button, Input } from 'antd'
import { useState } from 'react'
import { agreementsApi, type OneAgreement } from '../../agreements-api.ts'
import { ChooseFiles } from '../../ui/choose-files.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useSession } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { useAgreementAct } from './acts.tsx'
import { VersionFacts } from './facts.tsx'
import { SignaturePad } from './signature-pad.tsx'

/** The other party signs what stands above the field, or the scan of what was signed on paper is kept. */
export function SignForm({ one, onClose }: { readonly one: OneAgreement; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { today } = useSession()
  const { busy, error, act } = useAgreementAct()
  const [kind, setKind] = useState<'drawn' | 'scan'>('drawn')
  const [signer, setSigner] = useState('')
  const [day, setDay] = useState(today)
  const [drawn, setDrawn] = useState<string | null>(null)
  const [pad, setPad] = useState(0)
  const [scan, setScan] = useState<File | null>(null)
  const [empty, setEmpty] = useState(false)
  const [newest] = one.versions
  const save = async () => {
    const content = kind === 'drawn' ? drawn : scan && (await base64(scan))
    setEmpty(content === null)
    if (content === null) return
    act(() => agreementsApi.sign(one.id, { seq: one.seq, kind, signer, day, content }), onClose)
  }
  return (
    <Drawer
      title={t('agreement.sign-title', { party: one.party })}
      note={t('agreement.sign-note')}
      onClose={onClose}
      dirty={drawn !== null || scan !== null}
      footer={
        <Button type="primary" loading={busy} onClick={() => void save()}>
          {t('agreement.sign-save')}
        </Button>
      }
    >
      {newest && <VersionFacts version={newest} of={one} />}
      <div className="agreement-with">
        <Choice
          label={t('agreement.sign-how')}
          value={kind}
          size="full"
          options={(['drawn', 'scan'] as const).map((value) => ({
            value,
            label: t(`agreement.sign-${value}`),
          }))}
          onChange={setKind}
        />
      </div>
      <div className="field-row">
        <Field label={t('agreement.signer')}>
          <Input value={signer} maxLength={100} onChange={(event) => setSigner(event.target.value)} />
        </Field>
        <Field label={t('agreement.sign-day')}>
          <Input type="date" value={day} max={today} onChange={(event) => setDay(event.target.value)} />
        </Field>
      </div>
      {kind === 'drawn' ? (
        <>
          <SignaturePad key={pad} label={t('agreement.sign-here')} onChange={setDrawn} />
          <p className="trade-quiet">
            {t('agreement.sign-here')}{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                setDrawn(null)
                setPad(pad + 1)
              }}
            >
              {t('agreement.sign-again')}
            </button>
          </p>
        </>
      ) : (
        <>
          <ChooseFiles
            words={t('agreement.sign-file')}
            accept="application/pdf,image/jpeg,image/png"
            onChosen={([file]) => setScan(file ?? null)}
          />
          <p className="trade-quiet">{scan?.name ?? t('agreement.sign-file-hint')}</p>
        </>
      )}
      {empty && (
        <p role="alert" className="field-error">
          {t(kind === 'drawn' ? 'agreement.sign-empty' : 'agreement.sign-file-none')}
        </p>
      )}
      {error !== null && (
        <div ref={(shown) => shown?.scrollIntoView({ block: 'nearest' })}>
          <Failed error={error} />
        </div>
      )}
    </Drawer>
  )
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
