import type { ProblemCode } from '../../domain/problem.ts'
import type { Message } from '../message.ts'
import { dealProblem } from './deal-problem.ts'
import { peopleProblem } from './people-problem.ts'
import { prospectProblem } from './prospect-problem.ts'
import { visitProblem } from './visit-problem.ts'
import { agreementProblem } from './agreement-problem.ts'
import { tradeProblem } from './trade-problem.ts'

/** One sentence for each refusal: what happened, then what to do. Parts in [[ ]] fall away when their fact is not known. */
export const problem = {
  ...peopleProblem,
  ...dealProblem,
  ...prospectProblem,
  ...visitProblem,
  ...agreementProblem,
  ...tradeProblem,
  // company and start
  'company/missing': '这里还没有公司。先打开首页建公司，或先看演示公司。',
  'company/exists': '这里已经有一家公司[[“{name}”]]了。要另建一家，换一个数据文件夹。',
  'company/key-wrong':
    '设置公司要用启动时打印的链接。到启动吨位的窗口里打开它，或把里面 key= 后面的字贴到这里。',
  'company/not-demo': '这不是演示公司，不能一键清空。',
  'company/name-empty': '公司名称还空着，填上再继续。',
  'company/currency-unknown': '没有[[“{currency}”]]这种货币。用三个字母的代码，例如 CNY、USD。',
  'company/time-zone-unknown': '没有[[“{timeZone}”]]这个时区。用标准名称，例如 Asia/Shanghai。',
  'data-folder/in-use':
    '数据文件夹[[ {folder} ]]正被另一个吨位占用[[（进程 {pid:plain}）]]。先停掉那一个，或换一个文件夹。',
  'data-folder/unusable': '数据文件夹[[ {folder} ]]用不了[[：{why}]]。换一个能写的文件夹，或放开权限。',
  'database/unreachable': '连不上数据库[[：{why}]]。看看它是否开着、地址和密码对不对，再试一次。',
  'data-folder/other-user':
    '数据文件夹[[ {folder} ]]是另一个系统用户建的。换回那个用户来启动，或换一个文件夹。',
  'database/platform-unknown':
    '这个平台[[（{platform}）]]没有随附的数据库。装一个 PostgreSQL 15 或更新的，用 DATABASE_URL 指过来。',
  'database/no-account':
    '当前系统用户[[（uid {uid:plain}）]]没有登记名，也没有可代用的普通用户，随附的数据库启动不了。建一个普通用户，或用 DATABASE_URL。',
  'database/not-started': '随附的数据库没能启动[[：{last}]]。详情在日志[[ {log} ]]里。',
  'database/too-old':
    '数据库服务器[[是 PostgreSQL {version:plain}，]]太旧了[[，至少要 {least:plain}]]。请升级，或用随附的数据库。',
  'database/encoding': '数据库的编码[[是 {encoding}，]]不是 UTF8。请另建一个 UTF8 编码的库。',
  'database/newer': '这个数据库是更新版本的吨位建的[[（{file}）]]。请升级程序再启动，数据没有动过。',
  'database/migration-changed': '升级脚本[[ {file} ]]在执行之后被改过。请恢复原文件再启动，数据没有动过。',
  'database/role-missing':
    'DATABASE_URL 里的用户不能建立应用角色[[ {role}]]。请照 docs/running.md 建好它，再设 APP_DATABASE_URL。',
  'database/role-too-strong':
    '应用角色[[ {role} ]]权力过大[[（{why}）]]，能绕过数据范围，已拒绝启动。请换一个普通角色，做法见 docs/running.md。',
  'port/taken': '端口[[ {port:plain} ]]已被别的程序占用。换一个端口[[：--port {other:plain}]]。',
  'port/forbidden': '没有权限使用端口[[ {port:plain}]]。换一个 1024 以上的[[：--port {other:plain}]]。',
  'port/proxies': 'TONNAGE_PROXIES 要写地址或网段，用逗号隔开，例如 10.0.0.0/8。',
  'request/conflict': '有人同时在改同样的数据，这次没有写入。再试一次。',
  'backup/exists': '文件[[ {file} ]]已经存在，备份不会覆盖它。换一个名字。',
  'backup/broken': '备份文件不完整或被改过[[：{why}]]。换一份备份，这里什么也没有写入。',
  'backup/newer': '这份备份来自更新版本的吨位[[（{file}）]]。请升级程序再恢复。',
  'backup/target-not-empty': '这里已经有数据，恢复只能用在空的数据文件夹上。用 --data 换一个空文件夹。',
  'demo/beside-real-data': '这里已有真实数据，演示公司不会放在旁边。换一个空的数据文件夹再看演示。',
  // files
  'file/missing': '找不到文件[[ {file}]]。看看路径和名字对不对。',
  'file/empty': '文件是空的，什么也没有。重新导出一份再传。',
  'file/no-table': '文件里找不到表格。确认有一行表头，下面是数据，再传一次。',
  'file/header-only': '文件只有表头，没有数据行。补上数据再传。',
  'file/binary': '这不是表格文件[[，看起来是 {format}]]。请传 CSV 或 Excel。',
  'file/encrypted': '这个工作簿加了密码，打不开。去掉密码另存一份再传。',
  'file/broken': '文件坏了或没下载完。重新下载或导出一份再传。',
  'file/bomb': '文件解开后大得不正常[[（{megabytes} MB）]]，已经停下。另存为 CSV 再传。',
  'file/too-large': '文件太大了[[，最多 {limit}]]。拆成几份再传，或另存为 CSV。',
  'file/too-wide': '表格有[[ {columns} ]]列，太宽了[[，最多 {limit} 列]]。删掉用不着的列再传。',
  'file/line-too-long':
    '有的行长得不正常[[（第 {row:plain} 行）]]，不像表格的一行，已经停下。看看分隔符和引号，再传一次。',
  'file/encoding-mixed': '文件里混着两种文字编码[[（第 {row:plain} 行起）]]，会出乱码。另存为 UTF-8 再传。',
  'file/formulas-without-values': '公式没有算出的值，只读得到公式本身。用 Excel 打开、保存一次再传。',
  'file/not-readable': '文件读不了[[：{why}]]。另存为 CSV 或 xlsx 再传。',
  'file/nothing-usable': '没有一行能用[[（共 {rows} 行）]]。[[多半因为：{why}]]看看列认得对不对，改好再传。',
  // columns and maps
  'map/not-readable': '列对照读不懂[[：{why}]]。它应是一个 JSON，写明 columns、constants 或 dateFormat。',
  'map/field-unknown': '没有[[“{field}”]]这个字段[[。可用的有：{fields}]]。',
  'map/constant-invalid': '固定值[[“{value}”]]不能用[[作 {field}]]。改好再导。',
  'map/column-missing': '文件里没有[[“{column}”]]这一列[[。有的列是：{columns}]]。',
  'map/needed-field': '还缺一列：[[{field}]]。指给我们哪一列是它，再继续。',
  'import/kind-unknown':
    '没有[[“{kind}”]]这种数据。可选：markets、accounts、products、movements、supply-links、prices、people。',
  'export/kind-unknown': '没有这种数据[[“{kind}”]]可导出。[[可选：{known}。]]',
  'export/not-writable': '写不了文件[[ {file}]]。请换个文件夹或文件名。',
  'import/refusals': '有[[ {count} ]]行不合格，按你的要求一行也没有写入。改好这些行，或允许合格的先进。',
  'import/running': '另一次导入正在进行[[（{fileName}）]]。等它做完再来。',
  'import/people-stay': '人员表不能整批撤。要改权限，传一份改好的人员表。',
  'import/later-batch': '后来的导入[[（{batch}）]]改过这批的数据，不能先撤这批。先撤后来的那批。',
  'import/batch-missing': '找不到这批导入[[（{batch}）]]。到导入记录里看看编号。',
  'import/already-undone': '这批已经撤回过了，什么也没有改动。',
  'import/stopped': '导入中途停了，什么也没有写入。再导一次就好。',
  'import/stopped-by-person': '已经停下，什么也没有写入。',
  'import/not-running': '这批没有在导入，不用停。',
  'import/file-changed': '文件和试算时的不是同一份，什么也没有写入。再试算一次。',
  'import/trial-stale': '试算之后改过列或选项，什么也没有写入。再试算一次。',
  'import/outcome-differs':
    '试算之后有人改了库里的数[[（{batch}）]]，结果和试算不一样[[：试算时{was}；现在{now}]]。什么也没有写入，再试算一次。',
  'import/not-done': '这批没有做完，没有什么可撤的。',
  // lines of a file
  'line/no-account': '这一行没有客户。补上客户编码或名称。',
  'line/no-sku': '这一行没有产品。补上产品编码或名称。',
  'line/no-market': '看不出这一行属于哪个区域市场。补上市场，或先给客户定好市场。',
  'line/out-of-reach': '编码[[“{code}”]]不在你负责的区域里，这一行没有写入。请负责全部区域的人来导。',
  'line/no-volume':
    '这一行算不出数量[[：不知道“{sku}”每瓶、每箱装多少]]。补上箱数、瓶数或升数，以及产品规格。',
  'line/date-unreadable': '日期[[“{value}”]]没有或读不懂。写成 2026-11-23 的样子。',
  'line/day-far-ahead':
    '日期[[ {day} ]]比今天[[（{today}）]]晚太多，多半是年份写错了，或者日和月对调了。对着单子改好再传。',
  'line/number-unreadable': '[[{field} ]]的数字[[“{value}”]]读不懂。只留数字和小数点。',
  'line/amount-without-units': '有金额却没有数量。补上数量，或删掉这一行。',
  'line/conflict': '同一单号、同一行号[[（{doc}）]]出现两次，内容不一样。留下对的那一行。',
  'line/account-unknown': '客户[[“{code}”]]不在库里。先导入客户，或允许新建。',
  'line/sku-unknown': '产品[[“{code}”]]不在库里。先导入产品，或允许新建。',
  'line/code-ambiguous': '编码[[“{code}”]]对得上不止一个。把编码写全，连前面的零。',
  'line/unit-unknown': '单位[[“{value}”]]不认识，算不出数量。写成箱、瓶、升、千升或吨。',
  'line/quotes-broken': '这一行的引号没有配对。补上或删掉引号。',
  'line/too-many-cells': '这一行比表头多出几格，对不上列。多半是分隔符没加引号。',
  'line/field-missing': '缺[[“{field}”]]。补上再传。',
  'line/value-invalid': '[[{field} ]]的值[[“{value}”]]不能用[[：{why}]]。改好再传。',
  'line/period-twice': '[[第 {row} 行]]从同一天[[ {day:plain} ]]起说的不一样。两行留一行，再传。',
  // accounts, markets, policy
  'account/missing': '找不到这个客户[[（{account}）]]。看看编码，或者它不在你的区域里。',
  'account/merge-self': '不能把客户并到它自己。另选一个客户。',
  'account/merge-child': '一个是另一个的下级，不能合并。先改上下级关系。',
  'account/merge-market': '两个客户不在同一个区域市场，不能合并。请先把其中一个移过去。',
  'account/merged-already': '这个客户已经并到[[“{into}”]]别处了。先拆开再合并。',
  'account/not-merged': '这个客户没有合并过，不用拆。',
  'account/beneath-itself': '不能挂到自己或自己的下级下面。换一个上级。',
  'account/parent-tier':
    '上级要比它更靠近厂家：终端挂分销商或一批商，分销商挂一批商。换一个上级，或先改层级。',
  'account/parent-market': '上级不在同一个区域市场。换一个本市场的上级，或先把它移过去。',
  'account/closes-before-opening': '停业日[[ {closed:plain}]] 早于开业日[[ {opened:plain}]]。改对其中一个。',
  'account/moves-nowhere': '它本来就在这个市场。换一个区域市场。',
  'account/has-beneath':
    '它下面还挂着客户[[：{account}]][[，共 {count} 位]]，不能丢下。先一起移，或改挂到别处。',
  'account/owner-unknown': '找不到这位业代，或者已经停用。换一位。',
  'name/empty': '名称空着。写上名称再保存。',
  'name/too-long': '名称[[有 {length} 个字，]]太长了[[，最多 {max} 个]]。写短一些，全称放地址或备注里。',
  'code/empty': '编码空着。写上编码再保存。',
  'code/too-long': '编码[[有 {length} 位，]]太长了[[，最多 {max} 位]]。换一个短的。',
  'code/taken': '编码[[“{code}”]]已经有了[[，是{account}的]]。换回原来的[[，或用下一个空号 {free}]]。',
  'market/beneath-itself': '不能挂到自己或自己的下级下面。换一个上级。',
  'market/parent-kind': '这里挂不了：市场下面不再挂别的，办事处挂大区或总部，大区挂大区或总部。换一个上级。',
  'market/has-history': '[[{market} ]]有历史[[（{what}）]]，删掉账就断了。可以停用，或把客户并到别的市场。',
  'market/has-children': '[[{market} ]]下面还有[[ {count} 个]]，先移走再来。',
  'market/fixed': '总部和“未划分”不能移动、停用或删除，只能改名。',
  'market/closed': '[[{market} ]]已经停用[[（{day:plain}）]]，不再收新客户。换一个市场，或先恢复它。',
  'market/open': '[[{market} ]]本来就开着。看看是不是刚有人恢复过。',
  'market/same-parent': '它本来就在[[{parent}]]下面。换一个上级，或不用移。',
  'product/missing': '找不到这个产品。看看编码，或者它刚被撤掉。',
  'product/in-use': '[[{product} ]]有流水用着它，不能删。不再卖就不用管它，过去的账照旧。',
  'period/hole':
    '[[{from:plain} ]]起[[到 {to:plain} ]]就没有了：规格和成本一天也不能空。把这一段接上，或改成“加一段”。',
  'period/ends-before': '结束日[[ {to:plain}]] 不晚于开始日[[ {from:plain}]]。一段至少一天，改对其中一个。',
  'period/overlap': '和[[ {from:plain} 起的]]另一段重叠了。先改那一段，或用“加一段”，它会自动切开。',
  'period/missing': '没有[[ {day:plain}]] 起的这一段，可能刚被别人改了。看看现在的样子再来。',
  'period/day-invalid': '日期[[“{day:plain}”]]不对。写成 2026-11-23 的样子。',
  'period/day-ahead': '[[{day:plain} ]]还没到。到那天再做，最晚填今天。',
  'edit/changed-meanwhile':
    '[[{who} ]]刚改过这一条[[（{when:plain}）]]，你的没有保存。看看两边，再决定留哪个。',
  'edit/changed-since': '之后又有人改过，撤不回去了。直接改成想要的样子。',
  'edit/undone-already': '这一步已经撤销过了。',
  'edit/missing': '找不到要撤销的这一步。',
  'account/merge-tier': '两个客户层级不同（一批商、分销商、终端），不能合并。先核对层级。',
  'account/record-invalid': '有一项不对[[（{field}）]]。看看是不是空着、太长，或者日期还没到。',
  'account/record-missing': '找不到这条记录。可能已经删了，刷新看看。',
  'account/file-kind':
    '这个文件收不了，或者坏了。收 PDF、照片（JPEG、PNG、WebP）、Word（docx）和 Excel（xlsx），不收带宏的。换成其中一种再传；苹果手机的照片请选“兼容性最佳”。',
  'account/file-too-large': '文件太大了[[，最多 {limitMb}MB]]。存小一点，或拆成几份再传。',
  'account/file-there': '这个文件已经有了[[，叫“{name:plain}”]]，不用再传。',
  'account/fact-invalid':
    '有一项不对[[（{field}）]]。数值要不小于 0，日期不能晚于今天，到期要在日期之后，来源要写。',
  'account/fact-missing': '没有这一天的这项资料。可能已经删了，刷新看看。',
  'view/missing': '这个视图不在了，可能别人刚删掉。刷新看看还有哪些。',
  'view/name-empty': '给视图起个名字再存。',
  'view/name-long': '名字太长了[[：{length} 个字，最多 {most} 个]]。改短一点再存。',
  'view/name-taken': '已有一个视图叫这个名字[[（{name}）]]。换个名字，或先改掉那一个。',
  'view/not-yours':
    '这个视图[[（{name}）]]是别人存的[[：{by}]]。只有本人和管理员能改；要改就另存成你自己的。',
  'view/too-many': '视图太多了[[，最多 {most} 个]]。先删几个不用的。',
  'view/no-person': '视图是给人存的，程序密钥和命令行存不了。请登录后再存。',
  'market/missing': '找不到这个区域市场[[（{market}）]]。看看编码，或者它不在你的区域里。',
  'market/size-invalid':
    '品类容量没存[[：“{field}”不对]]。日期最晚到今天，容量大于零，低端到高端要含着它，来源写两个字以上。',
  'market/size-missing': '没有[[{day}]]这一条品类容量。看看是不是已经撤了。',
  'policy/invalid': '评定办法有一项不能用[[：{why}]][[，应在 {low} 到 {high} 之间]]。改好再来。',
  'policy/missing': '还没有评定办法。先保存一份，再来评定。',
  'policy/inconsistent':
    '两两比较前后矛盾[[（一致性 {ratio}，应不超过 0.10）]]。重新比一比最拿不准的那几对。',
  'policy/weights-sum': '四项权重加起来[[是 {sum}，]]应当正好是 1。改一改，或按比例凑满。',
  'policy/weight-negative': '权重不能是负的[[（{field}）]]。不看重的一项填 0。',
  'policy/k-none': '一个市场至少评 1 位大客户[[，这里是 {k}]]。填 1 或更多。',
  'policy/enter-leave':
    '进的线[[（{enter}）]]要比出的线[[（{leave}）]]靠前，不然客户会月月进出。把进的线调小，或把出的线调大。',
  'policy/day-past': '[[{day:plain} ]]已经过了。评定办法从今天起，或从一年之内的某一天起。',
  'policy/changed':
    '你改的时候，[[{by}换上了 v{version:plain}]]评定办法变了。先看看新的这一版，再决定要不要换。',
  'policy/no-change': '和现行的办法一样，没有可换的。先改一处。',
  'override/invalid': '改定地位要写明理由，到期日在明天到一年之内。补上再保存。',
  'override/missing': '这个客户没有人工改定的地位，按规则评定。',
  'assess/no-such-day': '没有这一天，或者还没到[[：{day:plain}]]。写成 2026-10-31 这样，最晚到今天。',
  // requests
  'request/invalid': '填的内容有误[[：{field}]][[ {why}]]。改好再提交。',
  'request/too-large': '一次发的太多了[[（最多 {limitMb} MB）]]。分几次来。',
  'request/not-found': '没有这个页面或地址。回到首页再找。',
  'request/usage': '命令写得不对[[：{why}]]。加 --help 看用法。',
  'request/other-origin': '请求来自别的网站，没有执行。请直接打开吨位再试。',
  'request/failed': '系统出错了，没有改动任何数据[[；请把编号 {id} 告诉管理员]]。',
  'ledger/out-of-step': '汇总和流水对不上[[（{count} 处）]]。数据没有丢，请运行 tonnage check 并联系管理员。',
} as const satisfies Record<ProblemCode, Message>
