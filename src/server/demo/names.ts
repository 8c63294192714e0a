import type { Chance } from './chance.ts'

/** Names of places, firms and people that do not exist, as they would sound in the province of the demo. */
export const COMPANY = '澜江啤酒（演示）'

export const regionNames = ['江北大区', '江南大区', '湖东大区', '西岭大区']

/** Prefectures, the capital first; the last character of a full name is left off in names of firms. */
export const prefectureNames = '临江 湖湾 望川 清澜 平岭 石渡 东屏 南陂 鹭洲 云麓 长沚 金滩 丰陵 松陂'.split(
  ' ',
)

const first = [...'青白云平东南新永龙双华福丰望秀桃柳古']
const second = [...'溪桥坪湾渡岭塘洲浦泉川陵峰坝垭']

const words = (
  '金穗 顺达 恒丰 兴隆 永泰 鸿运 福满 万顺 聚源 德胜 华茂 天成 瑞祥 宏图 广源 利民 昌盛 和顺 长青 百汇 三江 四海 五洲 九州 金鼎 龙腾 凤翔 海纳 ' +
  '汇通 诚信 信达 中兴 东升 北辰 盛世 泰和 祥和 安康 吉祥 如意 家和 佳美 红太阳 绿源 蓝海 金桥 银座 老字号 喜盈门 惠民 富民 同心 同福 双喜 双赢 大丰收'
).split(' ')
const trades = ['酒业', '贸易', '商贸', '糖酒', '副食', '酒水', '商行', '供销', '饮品', '食品']

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const given = [...'伟芳娜敏静强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志文海波晓东玲红梅春']

const on = ['饭店', '酒楼', '大排档', '烧烤', '夜宵', '火锅', '土菜馆', '小吃', '鱼庄', '歌厅']
const off = ['超市', '便利店', '副食店', '烟酒店', '商店', '批发部']
const shopWords =
  '好运来 老地方 渔家 阿婆 小城 大碗 江边 兄弟 四季 乡村 聚福 老街 码头 桥头 半亩田 味道 家常 农家 望江 清风 星光 夜未央 百味 食全 千里香 友谊 便民 天天'.split(
    ' ',
  )
const streets = [
  '人民路',
  '解放路',
  '建设路',
  '滨江路',
  '中山路',
  '文化路',
  '新华街',
  '商贸大道',
  '北环路',
  '老街',
  '车站路',
  '学府路',
]

/** Names that must not come twice: gives a fresh one each time, or the same with a number once all are taken. */
export class FreshNames {
  readonly #taken = new Set<string>()
  make(chance: Chance, compose: () => string): string {
    for (let i = 0; i < 40; i += 1) {
      const name = compose()
      if (this.#taken.has(name)) continue
      this.#taken.add(name)
      return name
    }
    const name = `${compose()}${chance.whole(2, 999)}`
    this.#taken.add(name)
    return name
  }
}

export function countyName(chance: Chance): string {
  return `${chance.pick(first)}${chance.pick(second)}县`
}

/** `place`: the market without 县 or 城区. */
export function firmName(chance: Chance, place: string): string {
  const core = `${chance.pick(words)}${chance.pick(trades)}`
  const local = chance.happens(0.3) ? `${place}${core}` : core
  return chance.happens(0.35) ? `${local}有限公司` : local
}

export function dealerName(chance: Chance): string {
  const owner = chance.happens(0.4) ? `老${chance.pick(surnames)}` : chance.pick(words)
  return `${owner}${chance.pick(['副食批发', '酒水经营部', '批发部', '烟酒批发', '食品经营部', '酒水配送'])}`
}

export function shopName(chance: Chance, channel: 'on_trade' | 'off_trade'): string {
  const owner = chance.happens(0.35) ? `${chance.pick(surnames)}记` : chance.pick(shopWords)
  return `${owner}${chance.pick(channel === 'on_trade' ? on : off)}`
}

export function personName(chance: Chance): string {
  const one = chance.pick(given)
  return `${chance.pick(surnames)}${one}${chance.happens(0.6) ? chance.pick(given) : ''}`
}

export function street(chance: Chance): string {
  return `${chance.pick(streets)}${chance.whole(1, 480)}号`
}

/** No such mobile prefix is in use, so nobody's telephone rings. */
export function telephone(chance: Chance): string {
  return `120${String(chance.whole(0, 99_999_999)).padStart(8, '0')}`
}
