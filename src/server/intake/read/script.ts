/** Letters of headers as Taiwan and Hong Kong write them, and as the words of `words.ts` do. */
const simple: ReadonlyMap<string, string> = new Map(
  [
    ...'戶編號碼數額單據貨產區稅價總計銷訂購類別規噸幣賣買發門經終網點縣場業員時間萬億實際採進庫標備註結條銀營項稱',
  ].map((letter, at) => [
    letter,
    [
      ...'户编号码数额单据货产区税价总计销订购类别规吨币卖买发门经终网点县场业员时间万亿实际采进库标备注结条银营项称',
    ][at] ?? letter,
  ]),
)

const TRADITIONAL = new RegExp(`[${[...simple.keys()].join('')}]`, 'g')

/** 客戶編號 → 客户编号, for comparing with known words only. */
export function simplified(text: string): string {
  return text.replace(TRADITIONAL, (letter) => simple.get(letter) ?? letter)
}
