import type { SameAs } from '../message.ts'
import type { problem as zh } from '../zh/problem.ts'
import { dealProblem } from './deal-problem.ts'
import { peopleProblem } from './people-problem.ts'
import { prospectProblem } from './prospect-problem.ts'
import { visitProblem } from './visit-problem.ts'
import { agreementProblem } from './agreement-problem.ts'
import { tradeProblem } from './trade-problem.ts'

/** One sentence for each refusal: what happened, then what to do. Parts in [[ ]] fall away when their fact is not known. */
export const problem: SameAs<typeof zh> = {
  ...peopleProblem,
  ...dealProblem,
  ...prospectProblem,
  ...visitProblem,
  ...agreementProblem,
  ...tradeProblem,
  // company and start
  'company/missing':
    'There is no company here yet. Open the start page to set one up, or look at the demo company.',
  'company/exists':
    'There is a company here already[[: {name}]]. To set up another, use a different data folder.',
  'company/key-wrong':
    'A company is set up with the link that was printed at the start. Open it where Tonnage was started, or paste what follows key= in it here.',
  'company/not-demo': 'This is not the demo company, so it cannot be cleared.',
  'company/name-empty': 'The company has no name yet. Fill it in to go on.',
  'company/currency-unknown':
    'There is no currency[[ “{currency}”]]. Use a three-letter code such as CNY or USD.',
  'company/time-zone-unknown':
    'There is no time zone[[ “{timeZone}”]]. Use a standard name such as Asia/Shanghai.',
  'data-folder/in-use':
    'The data folder[[ {folder}]] is in use by another Tonnage[[ (process {pid:plain})]]. Stop that one, or use another folder.',
  'data-folder/unusable':
    'The data folder[[ {folder}]] cannot be used[[: {why}]]. Choose a folder that can be written to.',
  'database/unreachable':
    'The database cannot be reached[[: {why}]]. Check that it runs and that address and password are right, then try again.',
  'data-folder/other-user':
    'The data folder[[ {folder}]] was made by another system user. Start as that user, or use another folder.',
  'database/platform-unknown':
    'There is no bundled database for this platform[[ ({platform})]]. Install PostgreSQL 15 or newer and point DATABASE_URL at it.',
  'database/no-account':
    'This system user[[ (uid {uid:plain})]] has no name and there is no ordinary account to use instead, so the bundled database cannot start. Add an ordinary user, or set DATABASE_URL.',
  'database/not-started': 'The bundled database did not start[[: {last}]]. Details are in the log[[ {log}]].',
  'database/too-old':
    'The database server[[ is PostgreSQL {version:plain}, which]] is too old[[; it takes {least:plain} or newer]]. Upgrade it, or use the bundled database.',
  'database/encoding':
    'The database is encoded[[ in {encoding}]], not in UTF8. Make another database with encoding UTF8.',
  'database/newer':
    'This database was made by a newer Tonnage[[ ({file})]]. Upgrade the program to start; the data has not been touched.',
  'database/migration-changed':
    'The migration[[ {file}]] was changed after it had been applied. Put the original file back to start; the data has not been touched.',
  'database/role-missing':
    'The user in DATABASE_URL cannot make the application role[[ {role}]]. Make it as docs/running.md says and set APP_DATABASE_URL.',
  'database/role-too-strong':
    'The application role[[ {role}]] is too powerful[[ ({why})]]: it could see past its scope, so starting was refused. Use an ordinary role; docs/running.md says how.',
  'port/taken':
    'The port[[ {port:plain}]] is used by another program. Choose another one[[: --port {other:plain}]].',
  'port/forbidden': 'You may not use port[[ {port:plain}]]. Choose one above 1024[[: --port {other:plain}]].',
  'port/proxies': 'TONNAGE_PROXIES must be addresses or networks apart by commas, such as 10.0.0.0/8.',
  'request/conflict': 'Somebody changed the same data at the same time, so nothing was written. Try again.',
  'backup/exists': 'The file[[ {file}]] exists already, and a backup never overwrites. Choose another name.',
  'backup/broken':
    'The backup is incomplete or was altered[[: {why}]]. Use another one; nothing has been written here.',
  'backup/newer': 'The backup was made by a newer Tonnage[[ ({file})]]. Upgrade the program to restore it.',
  'backup/target-not-empty':
    'There is data here already, and a backup is only restored into an empty folder. Choose an empty one with --data.',
  'demo/beside-real-data':
    'There is real data here, and the demo company is never put beside it. Use an empty data folder for the demo.',
  // files
  'file/missing': 'There is no file[[ {file}]]. Check the path and the name.',
  'file/empty': 'The file is empty. Export it again and bring the new one.',
  'file/no-table': 'No table was found in the file. It needs a row of headings with data below.',
  'file/header-only': 'The file has headings but no rows of data. Add the data and bring it again.',
  'file/binary': 'This is not a table[[: it looks like {format}]]. Please bring a CSV or Excel file.',
  'file/encrypted': 'The workbook is protected by a password. Save a copy without it and bring that.',
  'file/broken': 'The file is damaged or was not downloaded completely. Download or export it again.',
  'file/bomb':
    'Unpacked, the file is far too large[[ ({megabytes} MB)]], so reading stopped. Save it as CSV and bring that.',
  'file/too-large': 'The file is too large[[; the limit is {limit}]]. Split it, or save it as CSV.',
  'file/too-wide':
    'The table has[[ {columns}]] too many columns[[; the limit is {limit}]]. Remove those you do not need.',
  'file/line-too-long':
    'A row[[ (row {row:plain})]] is abnormally long and no row of a table; stopped. Check separators and quotes and bring it again.',
  'file/encoding-mixed':
    'The file mixes two text encodings[[ (from row {row:plain})]], which would garble names. Save it as UTF-8 and bring it again.',
  'file/formulas-without-values':
    'The formulas hold no computed values. Open the file in Excel, save it once, and bring it again.',
  'file/not-readable': 'The file cannot be read[[: {why}]]. Save it as CSV or xlsx and bring that.',
  'file/nothing-usable':
    'Not one row can be used[[ (of {rows})]].[[ Mostly because: {why}]] Check how the columns were understood, then try again.',
  // columns and maps
  'map/not-readable':
    'The column map cannot be read[[: {why}]]. It is a JSON document with columns, constants or dateFormat.',
  'map/field-unknown': 'There is no field[[ “{field}”]][[. There are: {fields}]].',
  'map/constant-invalid':
    'The fixed value[[ “{value}”]] cannot be used[[ for {field}]]. Correct it and import again.',
  'map/column-missing': 'The file has no column[[ “{column}”]][[. It has: {columns}]].',
  'map/needed-field': 'A column is still missing[[: {field}]]. Say which one it is to go on.',
  'import/kind-unknown':
    'There is no kind of data[[ “{kind}”]]. Choose markets, accounts, products, movements, supply-links, prices or people.',
  'export/kind-unknown': 'There is nothing[[ called “{kind}”]] to take out like this.[[ Choose {known}.]]',
  'export/not-writable': 'The file[[ {file}]] cannot be written. Choose another folder or name.',
  'import/refusals':
    '[[{count} ]]rows were refused, and as you asked nothing was written. Mend these rows, or let the good ones in.',
  'import/running': 'Another import is running[[ ({fileName})]]. Wait until it is done.',
  'import/people-stay':
    'A file of people cannot be undone as a whole. To change rights, bring a corrected file.',
  'import/later-batch':
    'A later import[[ ({batch})]] has changed the data of this one. Undo the later one first.',
  'import/batch-missing': 'There is no such import[[ ({batch})]]. Look up its id in the list of imports.',
  'import/already-undone': 'This import was undone before. Nothing was changed.',
  'import/stopped': 'The import was stopped half-way and nothing was written. Just run it again.',
  'import/stopped-by-person': 'Stopped. Nothing was written.',
  'import/not-running': 'This import is not running; there is nothing to stop.',
  'import/file-changed': 'The file is not the one that was tried. Nothing was written. Try it again.',
  'import/trial-stale': 'Columns or options have changed since the trial. Nothing was written. Try it again.',
  'import/outcome-differs':
    'Somebody changed the data since the trial[[ ({batch})]], and the outcome would differ.[[ Trial: {was}. Now: {now}.]] Nothing was written. Try it again.',
  'import/not-done': 'This import did not finish, so there is nothing to undo.',
  // lines of a file
  'line/no-account': 'The row names no account. Add its code or name.',
  'line/no-sku': 'The row names no product. Add its code or name.',
  'line/no-market':
    'It cannot be told which market the row belongs to. Add the market, or give the account one first.',
  'line/out-of-reach':
    'The code[[ “{code}”]] is not within your markets, so this line was left out. Ask someone with all markets to import it.',
  'line/no-volume':
    'The row has no quantity in litres[[: it is not known what a unit or a case of “{sku}” holds]]. Add cases, units or litres, and the size of the product.',
  'line/date-unreadable': 'The date[[ “{value}”]] is missing or cannot be read. Write it like 2026-11-23.',
  'line/day-far-ahead':
    'The date[[ {day}]] is too far after today[[ ({today})]]: as a rule the year is wrong, or day and month are the wrong way round. Correct it by the document.',
  'line/number-unreadable':
    'The number[[ “{value}”]][[ in {field}]] cannot be read. Keep only digits and the decimal point.',
  'line/amount-without-units': 'There is an amount but no quantity. Add the quantity, or remove the row.',
  'line/conflict':
    'The same document and line[[ ({doc})]] comes twice with different contents. Keep the right one.',
  'line/account-unknown':
    'The account[[ “{code}”]] is not known. Import the accounts first, or allow new ones.',
  'line/sku-unknown': 'The product[[ “{code}”]] is not known. Import the products first, or allow new ones.',
  'line/code-ambiguous':
    'The code[[ “{code}”]] fits more than one. Write it in full, with its leading zeros.',
  'line/unit-unknown':
    'The unit[[ “{value}”]] is not known, so the quantity cannot be reckoned. Write cases, bottles, L, kL or tonnes.',
  'line/quotes-broken': 'The quotation marks of this row do not pair up. Add or remove one.',
  'line/too-many-cells':
    'This row has more cells than the header, so columns do not match. Most likely a separator inside a text is not quoted.',
  'line/field-missing': '[[“{field}” ]]is missing. Fill it in and bring the row again.',
  'line/value-invalid':
    'The value[[ “{value}”]][[ of {field}]] cannot be used[[: {why}]]. Mend it and bring the row again.',
  'line/period-twice':
    'Another row[[ (row {row})]] says something else from the same day[[ {day:plain}]] on. Keep one of the two and bring it again.',
  // accounts, markets, policy
  'account/missing':
    'There is no such account[[ ({account})]], or it is outside your territory. Check the code.',
  'account/merge-self': 'An account cannot be merged into itself. Choose another one.',
  'account/merge-child': 'One is a branch of the other, so they cannot be merged. Change that first.',
  'account/merge-market':
    'The two accounts belong to different markets, so they cannot be merged. Move one of them first.',
  'account/merged-already': 'This account has been merged already[[ into “{into}”]]. Separate it first.',
  'account/not-merged': 'This account has not been merged, so there is nothing to separate.',
  'account/beneath-itself':
    'An account can’t hang under itself or under anything beneath it. Choose another parent.',
  'account/parent-tier':
    'A parent stands nearer to the brewery: outlets hang under a sub-distributor or wholesaler, sub-distributors under a wholesaler. Choose another parent, or change the tier first.',
  'account/parent-market':
    'The parent is in another market. Choose one of this market, or move the account first.',
  'account/closes-before-opening':
    'It closes[[ on {closed:plain}]] before it opens[[ on {opened:plain}]]. Correct one of the two days.',
  'account/moves-nowhere': 'It is in that market already. Choose another one.',
  'account/has-beneath':
    'Accounts hang beneath it that would stay behind[[: {account}]][[, {count} in all]]. Move them along, or hang them elsewhere first.',
  'account/owner-unknown': 'This rep isn’t known or is no longer active. Choose another.',
  'name/empty': 'The name is empty. Fill it in and save again.',
  'name/too-long': 'The name is too long[[: {length} characters]][[, at most {max}]]. Shorten it.',
  'code/empty': 'The code is empty. Fill it in and save again.',
  'code/too-long': 'The code is too long[[: {length} characters]][[, at most {max}]]. Use a shorter one.',
  'code/taken':
    'The code[[ {code}]] is taken[[ by {account}]]. Keep the old one[[, or use the next free one, {free}]].',
  'market/beneath-itself':
    'A node can’t hang under itself or under anything beneath it. Choose another parent.',
  'market/parent-kind':
    'It can’t hang there: markets hold nothing, offices hang under a region or HQ, regions under a region or HQ. Choose another parent.',
  'market/has-history':
    '[[{market} ]]has history[[ ({what})]]; deleting it would break the books. Close it, or merge its accounts into another market.',
  'market/has-children': '[[{market} ]]still holds[[ {count}]] others. Move them first.',
  'market/fixed': 'HQ and “unassigned” can be renamed, but not moved, closed or deleted.',
  'market/closed':
    '[[{market} ]]is closed[[ since {day:plain}]] and takes no new accounts. Choose another market, or reopen it.',
  'market/open': '[[{market} ]]is open already. Somebody may just have reopened it.',
  'market/same-parent': 'It hangs there already[[: under {parent}]]. Choose another parent, or leave it.',
  'product/missing': 'There is no such product. Check the code; it may have been withdrawn just now.',
  'product/in-use': '[[{product} ]]can’t be deleted: movements name it. Leave it: the books need it.',
  'period/hole':
    'Nothing would hold[[ from {from:plain}]][[ to {to:plain}]]: packs and costs can’t leave a day out. Close the gap, or add a period instead.',
  'period/ends-before':
    'It ends[[ on {to:plain}]] no later than it begins[[ on {from:plain}]]. A period lasts a day at least: correct one of the two.',
  'period/overlap':
    'It overlaps the period[[ that begins on {from:plain}]]. Correct that one first, or add a period: that splits what is there.',
  'period/missing':
    'No period begins[[ on {day:plain}]]; somebody may just have changed it. Look at what is there now.',
  'period/day-invalid': 'That is no day[[: {day:plain}]]. Write it like 2026-11-23.',
  'period/day-ahead': '[[{day:plain} ]]hasn’t come yet. Choose today or earlier, or do it on that day.',
  'edit/changed-meanwhile':
    '[[{who} ]]changed this just now[[ ({when:plain})]]; yours was not saved. Look at both and decide which stays.',
  'edit/changed-since': 'Somebody changed it again since; it can’t be undone. Change it to what you want.',
  'edit/undone-already': 'This was undone already.',
  'edit/missing': 'There is nothing to undo under this number.',
  'account/merge-tier':
    'The two are of different tiers (wholesaler, sub-distributor, outlet), so they cannot be merged. Check their tiers first.',
  'account/record-invalid':
    'One of the fields[[ ({field})]] cannot be used. Is it empty, too long, or a day that is still to come?',
  'account/record-missing': 'This entry is not there. It may have been removed; refresh to see.',
  'account/file-kind':
    'This is not a file that is taken here, or it is damaged. PDF, photos (JPEG, PNG, WebP), Word (docx) and Excel (xlsx) are, without macros. Save it as one of these and try again; on an iPhone choose “Most Compatible” for photos.',
  'account/file-too-large':
    'The file is too large[[; the limit is {limitMb} MB]]. Save it smaller, or in several parts.',
  'account/file-there': 'This file is here already[[, as “{name:plain}”]].',
  'account/fact-invalid':
    'One of the fields[[ ({field})]] cannot be used. A value is 0 or more, its day not after today, its expiry after its day, and a source is needed.',
  'account/fact-missing': 'There is no such fact of that day. It may have been removed; refresh to see.',
  'view/missing': 'This view is gone; somebody may have just deleted it. Reload to see which there are.',
  'view/name-empty': 'Give the view a name, then save it.',
  'view/name-long':
    'The name is too long[[: {length} characters, at most {most}]]. Shorten it and save again.',
  'view/name-taken':
    'There is a view of that name already[[ ({name})]]. Choose another name, or rename that one first.',
  'view/not-yours':
    'This view[[ ({name})]] was saved by somebody else[[, {by}]]. Only they and an administrator can change it; save it as your own instead.',
  'view/too-many': 'There are too many views[[, at most {most} fit]]. Delete some that nobody uses.',
  'view/no-person':
    'Views belong to people; a key or the command line cannot keep one. Sign in, then save it.',
  'market/missing':
    'There is no such market[[ ({market})]], or it is outside your territory. Check the code.',
  'market/size-invalid':
    'The estimate was not saved[[: “{field}” is not right]]. Date it today at the latest, above zero, between its low and high ends, and name the source.',
  'market/size-missing': 'There is no estimate of that day[[, {day}]]. It may have been taken back already.',
  'policy/invalid':
    'Something in the policy cannot be used[[: {why}]][[, it must be between {low} and {high}]]. Mend it and try again.',
  'policy/missing': 'There is no assessment policy yet. Save one first.',
  'policy/inconsistent':
    'The comparisons contradict each other[[ (consistency {ratio}; 0.10 at most)]]. Look again at the pairs you are least sure of.',
  'policy/weights-sum':
    'The four weights must add up to 1[[; they add up to {sum}]]. Change one, or fill them up in proportion.',
  'policy/weight-negative': 'A weight cannot be negative[[ ({field})]]. Give 0 to what does not matter.',
  'policy/k-none': 'A market has at least 1 key account[[, here it is {k}]]. Say 1 or more.',
  'policy/enter-leave':
    'The line for coming in[[ ({enter})]] must lie before the line for going out[[ ({leave})]], or accounts would come and go every month. Lower the first or raise the second.',
  'policy/day-past': '[[{day:plain} ]]has passed. A policy holds from today on, or from a day within a year.',
  'policy/changed':
    'While you were changing it, the policy became another one[[: {by} made v{version:plain}]]. Look at that version first, then decide.',
  'policy/no-change': 'This is the policy in force, there is nothing to change. Change something first.',
  'override/invalid':
    'A changed standing needs a reason, and an end between tomorrow and a year from now. Add them and save again.',
  'override/missing': 'Nobody changed the standing of this account: it follows the rules.',
  'assess/no-such-day':
    'There is no such day, or it has not come yet[[: {day:plain}]]. Write it like 2026-10-31; today is the latest.',
  // requests
  'request/invalid':
    'Something was not filled in properly[[: {field}]][[ {why}]]. Mend it and send it again.',
  'request/too-large': 'That was too much at once[[ (at most {limitMb} MB)]]. Do it in several parts.',
  'request/not-found': 'There is no such page or address. Start again from the home page.',
  'request/usage': 'The command was not understood[[: {why}]]. Add --help to see how it is used.',
  'request/other-origin':
    'This request came from another site and was not carried out. Open Tonnage itself and try again.',
  'request/failed':
    'Something went wrong on our side. Nothing was changed[[; tell your administrator this number: {id}]].',
  'ledger/out-of-step':
    'Totals and entries do not agree[[ ({count} places)]]. Nothing is lost: run tonnage check and tell your administrator.',
}
