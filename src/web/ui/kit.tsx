import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo, type ReactNode } from 'react'
import { useShown } from './appearance.ts'
import { useLanguage } from './language.tsx'
import { themes } from './theme.ts'
import { usePhone } from './viewport.ts'

/** The component kit in our colours and the reader's language; on a phone its controls are as high as a thumb. */
export function Kit({ children }: { readonly children: ReactNode }) {
  const { locale } = useLanguage()
  const phone = usePhone()
  const theme = themes[useShown()]
  const suited = useMemo(
    () => (phone ? { ...theme, token: { ...theme.token, controlHeight: 48, fontSize: 16 } } : theme),
    [phone, theme],
  )
  return (
    <ConfigProvider
      locale={locale === 'zh' ? zhCN : enUS}
      theme={suited}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  )
}
