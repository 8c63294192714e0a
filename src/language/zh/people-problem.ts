import type { ProblemCode } from '../../domain/problem.ts'
import type { Message } from '../message.ts'

/** Refusals about people, roles, stand-ins and sign-in. */
export const peopleProblem = {
  'person/signed-out': '还没登录，或登录已过期。请重新登录。',
  'person/no-right': '你没有[[“{right}”]]这项权限。[[{whom}有这项权限；]]要开通，请找管理员。',
  'person/wrong-password': '邮箱或密码不对。再试一次，或请管理员发一条新的登录链接。',
  'person/too-many-attempts': '试的次数太多了。[[{minutes} 分钟后]]再试，或请管理员发一条新的登录链接。',
  'person/link-invalid': '这条链接用过了或已过期。请管理员再发一条。',
  'person/password-weak': '密码太短或太常见。至少[[ {least} 个]]字符，换一个不好猜的。',
  'person/missing': '找不到[[“{email}”]]这个人。看看邮箱有没有写错。',
  'person/exists': '[[{email} ]]已经有账号了。要重设密码，发一条登录链接给他。',
  'person/address-refused': '[[{email} ]]这个邮箱在这里加不了。请找管全公司的管理员。',
  'person/email-invalid': '[[“{email}”]]不像邮箱地址。写成 name@example.com 的样子。',
  'person/role-unknown': '没有[[“{role}”]]这个角色。[[可选：{known}。]]',
  'person/scope-unknown': '找不到[[编码为“{code}”的]]区域。先建好区域，或改用已有的编码。',
  'person/name-missing': '还没写姓名。写上再存。',
  'person/role-none': '至少给一个角色和一个地方。不让他进来，就停用。',
  'person/last-admin': '[[{name}]]是最后一位管全公司的管理员，不能停用，也不能换角色。先让另一个人当管理员。',
  'role/missing': '没有这个角色了。刷新页面看看现在有哪些。',
  'role/name-missing': '角色还没有名称。写上再存。',
  'role/name-taken': '已经有叫[[“{name}”]]的角色了。换个名称。',
  'role/rights-none': '一项权限都没选。至少选一项；不让人进来，就停用那个人。',
  'role/shows-costs': '导入、撤销导入和操作记录里能看到成本。要么把“看贡献毛利”也给他，要么去掉这几项。',
  'role/held': '[[还有 {n} 人是“{name}”。]]先给他们换个角色，再删。',
  'person/suspended': '[[{name}]]停用着。先恢复，再来。',
  'person/not-suspended': '[[{name}]]还在用着。先停用，再抹去。',
  'preview/only-looks': '你在以别人的视角看，只能看。先回到自己的视角，再来做。',
  'preview/oneself': '这就是你自己的视角。选别人再看。',
  'person/old-password-wrong': '现在的密码不对。再输一次；忘了就请管理员发一条登录链接。',
  'person/key-not-enough': 'API 密钥做不了这件事。请在浏览器里登录，到“我的账户”里做。',
  'person/key-name-missing': '密钥还没有名字。写上它是做什么用的，以后好认。',
  'person/keys-too-many': '你已经有[[ {most} ]]把密钥了。先停掉一把不用的，再建新的。',
  'person/key-missing': '没有这把密钥，或它已经停用。刷新一下页面。',
  'person/session-missing': '这处登录已经退出了。刷新一下页面。',
  'person/second-factor-due': '你的角色要开两步验证。先设好，再做别的。',
  'second-factor/code-wrong': '验证码不对、过期了，或已经用过。看看手机上现在的六位数，再输一次。',
  'second-factor/unreadable':
    '这台服务器认不出你的验证器了（服务器的密钥换过）。用一个恢复码；没有恢复码，请管理员替你取消两步验证。',
  'second-factor/not-begun': '还没开始设，或隔得太久了。从头再来一次。',
  'second-factor/needed': '你的角色要求两步验证，不能关。换手机就重新设一次。',
  'second-factor/none': '没有开两步验证，或已经关了。刷新一下页面。',
  'second-factor/own': '自己的两步验证不能在这里取消。请到“我的账户”里关。',
  'sign-in/code-wrong':
    '验证码不对、过期了，或已经用过。看看手机上现在的六位数；手机不在身边，用一个没用过的恢复码。',
  'sign-in/second-over': '超过了 10 分钟，或不是在这个浏览器里开始的。从邮箱和密码重新登录。',
  'stand-in/for-oneself': '自己不能代自己。换一个人来代。',
  'stand-in/days': '代班的日子不对[[（{from} 到 {to}）]]。最后一天不能早于第一天。',
  'stand-in/past': '不能从过去的日子代起。最早从今天[[（{today}）]]。',
  'stand-in/too-long': '一次最多代[[ {days} ]]天。更久，就直接给他这个角色。',
  'stand-in/twice': '这段日子他已经在代了[[（{from} 到 {to}）]]。先撤掉那一段，或换个日子。',
  'stand-in/missing': '找不到这次代班，可能刚被别人撤掉。刷新再看。',
  'sign-in/issuer':
    'TONNAGE_OIDC_ISSUER 要写公司登录服务的 https 地址，例如 https://login.example.com/realms/acme；只有本机可以用 http。',
  'sign-in/client':
    '要设 TONNAGE_OIDC_CLIENT_ID，再设 TONNAGE_OIDC_CLIENT_SECRET 或 TONNAGE_OIDC_CLIENT_SECRET_FILE，两个里只设一个。',
  'sign-in/secret-file':
    'TONNAGE_OIDC_CLIENT_SECRET_FILE 指的文件[[ {file} ]]读不了、是空的，或别人也能读。改成只有自己能读（chmod 600）。',
  'sign-in/address': '用公司账号登录，要设 TONNAGE_URL，就是大家打开吨位的 https 地址；只有本机可以用 http。',
  'sign-in/switch': '[[{name} ]]只能写 1，或者不写。',
  'sign-in/hosts': 'TONNAGE_OIDC_HOSTS 要写主机名，用逗号隔开，例如 keys.example.com。',
  'sign-in/company-again': '这次登录没走完，或超过了 10 分钟，或不是在这个浏览器里开始的。再点一次。',
  'sign-in/company-declined': '公司账号那边没同意这次登录。想进来就再点一次。',
  'sign-in/company-silent': '公司账号的登录服务没有回应。过一会儿再试；能用密码的，也可以用密码登录。',
  'sign-in/company-failed':
    '公司账号那边给的凭证没有通过核对，没让进来。再试一次；还是不行，请管理员看运行日志。',
  'sign-in/company-unknown':
    '你的公司账号登录成功了，但在这里不能进来。请找管吨位人员的管理员，把这个账号的邮箱告诉他。',
  'sign-in/email-unverified':
    '公司账号没有说明你的邮箱核实过，认不出你是谁。请公司里管账号的同事核实邮箱，再来登录。',
  'sign-in/password-off': '邮箱或密码不对，或者这里不用密码登录。请用公司账号；密码只给管全公司的管理员用。',
} as const satisfies Partial<Record<ProblemCode, Message>>
