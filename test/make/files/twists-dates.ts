import { dayOf, two } from './lines.ts'
import { head, row, months, dated, type Maker } from './twist.ts'

export const datesTwists: Readonly<Record<string, Maker>> = {
  'date y.m.d short': dated((line) => `25.${line.month}.${line.dom}`),
  'date y-m-d unpadded': dated((line) => `2025-${line.month}-${line.dom}`),
  'date d/m/y': dated((line) => `${line.dom}/${line.month}/2025`),
  'date m/d/y padded': dated((line) => `${two(line.month)}/${two(line.dom)}/2025`),
  'date d.m.yy': dated((line) => `${two(line.dom)}.${two(line.month)}.25`),
  'date d-Mon-yy': dated((line) => `${line.dom}-${months[line.month - 1]}-25`),
  'date Mon d, y': dated((line) => `${months[line.month - 1]} ${line.dom}, 2025`),
  'date 8 figures': dated((line) => `2025${two(line.month)}${two(line.dom)}`, '业务日期'),
  'date serial in csv': dated((line) => Date.UTC(2025, line.month - 1, line.dom) / 86_400_000 + 25_569),
  'date iso Z': dated((line) => `${dayOf(line)}T08:30:00Z`),
  'date-time': dated((line) => `${dayOf(line)} 13:05:09`, '开票日期'),
  'date 年月日': dated((line) => `2025年${line.month}月${line.dom}日`),
  'date with weekday': dated((line) => `2025年${line.month}月${line.dom}日 星期五`),
  'date without year': (lines) => ({
    rows: [
      ['2025年上半年出库明细'],
      head,
      ...lines.map((line) => row(line).map((cell, at) => (at === 1 ? `${line.month}月${line.dom}日` : cell))),
    ],
  }),
  'year, month and day apart': (lines) => ({
    rows: [
      ['年', '月', '日', ...head.slice(2)],
      ...lines.map((line) => [line.year, line.month, line.dom, ...row(line).slice(2)]),
    ],
  }),
}
