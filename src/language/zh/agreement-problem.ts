/** What can be wrong with an agreement with a wholesaler. */
export const agreementProblem = {
  'agreement/missing': '没有这份协议。回到列表看看。',
  'agreement/overlap':
    '和别的协议重叠，其中一份是独家。[[{from:plain} 到 {to:plain}，{markets} 已经在协议 {code} 里给了别人。]]改区域、产品或日期，或请有权批的人放行。',
  'agreement/no-overlap': '和别的协议没有重叠，用不着放行。',
  'agreement/account-has-one': '这个客户在这段时间已有协议[[ {code}]]。改那一份，或等它结束。',
  'agreement/signature-invalid':
    '这不是能用的签名。手写签名要 PNG；扫描件要 PDF、JPEG 或 PNG[[，不超过 {limitMb} MB]]。',
  'agreement/field-invalid': '有一项不对[[：{field}]]。看看是不是空着、太长、不是整数，或者小于零。',
  'agreement/dates-crossed': '开始日[[ {from:plain} ]]在结束日[[ {to:plain} ]]之后。改对其中一个。',
  'agreement/resale-price':
    '协议里不能写客户转卖的价格[[：“{found}”]]。《反垄断法》（2022）第十八条禁止固定转售价格或限定最低转售价格。删掉这一句，或改成建议价。',
  'agreement/not-draft': '这份协议已经送出去了，不能再改。要改，等退回或另起一版。',
  'agreement/not-sent': '这份协议没有在等审批。先送审。',
  'agreement/not-approved': '超出权限的部分还没批。先送审，批了再签。',
  'agreement/not-signed': '还没签字。先签字，或上传签好的扫描件。',
  'agreement/not-in-force': '这份协议没有生效，或已经终止。只有生效的协议能改版、续签或终止。',
  'agreement/within-limits': '没有超出权限，用不着审批。直接签。',
  'agreement/own-approval': '自己送审的，自己不能批。请别的有权限的人来批。',
  'agreement/limit-too-low': '这份协议超出了你的审批权限。请权限更高的人来批。',
} as const
