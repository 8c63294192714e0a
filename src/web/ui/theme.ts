import { theme as kit, type ThemeConfig } from 'antd'
import type { Shown } from './appearance.ts'
import { palettes, type Palette } from './palette.ts'

function themeOf(c: Palette): ThemeConfig {
  return {
    token: {
      colorPrimary: c.action,
      colorLink: c.action,
      colorInfo: c.action,
      colorSuccess: c.action,
      colorWarning: c.unsure,
      colorWarningBg: c['unsure-pale'],
      colorWarningBorder: c['unsure-line'],
      colorError: c.loss,
      colorErrorBg: c['loss-pale'],
      colorText: c.ink,
      colorTextSecondary: c.secondary,
      colorTextTertiary: c.tertiary,
      colorTextPlaceholder: c.tertiary,
      colorTextDisabled: c.disabled,
      colorBgLayout: c.paper,
      colorBgContainer: c.surface,
      colorBgElevated: c.surface,
      colorBorder: c.border,
      colorBorderSecondary: c.rule,
      colorSplit: c.rule,
      fontFamily: 'var(--font)',
      fontSize: 14,
      fontSizeSM: 13,
      fontSizeLG: 15,
      lineHeight: 1.57,
      fontWeightStrong: 600,
      borderRadius: 4,
      borderRadiusSM: 3,
      borderRadiusLG: 4,
      controlHeight: 32,
      controlHeightSM: 26,
      controlHeightLG: 48,
      boxShadow: 'none',
      boxShadowSecondary: 'var(--shadow)',
      colorTextLightSolid: c.surface,
      colorFillAlter: c.soft,
      colorBgContainerDisabled: c.soft,
      controlItemBgActive: c['action-pale'],
      controlItemBgHover: c.hover,
      motionDurationMid: '0.12s',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 400,
        paddingInline: 13,
      },
      Tag: { borderRadiusSM: 3, defaultBg: c.soft, defaultColor: c.secondary },
      Tabs: {
        horizontalItemPadding: '8px 0',
        horizontalItemGutter: 24,
        inkBarColor: c.action,
        itemSelectedColor: c.ink,
        titleFontSize: 14,
      },
      Tooltip: { colorBgSpotlight: c.surface, colorTextLightSolid: c.ink },
    },
  }
}

/** The kit's theme. It computes shades of our colours, so it needs their values. */
export const themes: Readonly<Record<Shown, ThemeConfig>> = {
  light: themeOf(palettes.light),
  dark: { ...themeOf(palettes.dark), algorithm: kit.darkAlgorithm },
}
