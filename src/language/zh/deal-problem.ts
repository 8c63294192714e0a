/** What can be wrong with a deal that is put into a file or a form. Fields are called as in the file. */
export const dealProblem = {
  'deal/not-readable': '这个文件不是 JSON[[：{why:plain}]]。照 tonnage deal --help 里的例子改好再算。',
  'deal/part-invalid':
    '[[“{field}”]]这里要一组带名字的数，用花括号括起来[[，不能是 {value:plain}]]。照 --help 里的例子写。',
  'deal/field-unknown':
    '没有[[“{field}”]]这一项[[，是不是要写“{meant}”]]。改成认得的名字，或删掉它[[；这里认得的有：{known:plain}]]。',
  'deal/field-missing': '缺了必填的一项[[：{field}]]。补上，或把整组删掉。',
  'deal/number-invalid':
    '[[“{field}”]]要一个数[[，现在是 {value:plain}]]。只写数字，不加引号、单位和千分号；不知道就别写这一项。',
  'deal/out-of-range':
    '[[“{field}”]]超出了范围[[：{value}]][[，要在 {low} 到 {high} 之间]]。看看是不是多写、少写了一位。',
  'deal/share-outside': '[[“{field}”]]是比例，要在 0 到 1 之间[[，现在是 {value}]]。七成写 0.7，8% 写 0.08。',
  'deal/not-whole': '[[“{field}”]]要整数[[，现在是 {value}]]。箱数和天数不能有零头，改成整数。',
  'deal/price-negative':
    '卖价成了负的[[：进价 {priceIn}，价差 {spread}]]。价差是卖价减进价，可以是负数，但不能亏过进价；改其中一个。',
  'deal/rebate-twice': '返利写了两种。每箱返多少，或按档返，只留一种。',
  'deal/rebate-none': '返利里什么也没写。写上每箱返多少（perCase）或分档（tiers、mode），不返就删掉它。',
  'deal/mode-unknown':
    '分档返利没说怎么算[[（现在是 {value:plain}）]]。mode 写 all（到档后每一箱都按新档）或 marginal（只有超出的按新档）：两种差很多，不替你猜。',
  'deal/tier-invalid':
    '返利分档写得不对[[：{field}]]。要写成列表[[，一到 {most} 档]]，每一档写 from（从几箱起）和 rate（每箱几元）。',
  'deal/tiers-overlap': '有两档从同一个箱数起[[：{from} 箱]][[（{field}）]]。只留一档。',
  'deal/tiers-unsorted':
    '返利的档没有从小到大排[[：{from} 箱排在 {before} 箱后面]][[（{field}）]]。按箱数从小到大排好。',
} as const
