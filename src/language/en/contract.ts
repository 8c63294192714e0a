import type { SameAs } from '../message.ts'
import type { contract as zh } from '../zh/contract.ts'

/** The agreement on paper: what both sign. */
export const contract: SameAs<typeof zh> = {
  'contract.title': 'Beer Distribution Agreement',
  'contract.number': 'No. {code:plain}, version {version} ({kind})',
  'contract.draft': 'Draft, not signed',
  'contract.party-a': 'Party A (supplier): {name:plain}',
  'contract.party-b': 'Party B (wholesaler): {name:plain}',
  'contract.opening':
    'Of their own free will and as equals, Party A and Party B agree on the following for the distribution of the beer of Party A.',
  'contract.head-term': '1. Term',
  'contract.term': 'This agreement holds from {from} to {to}, both days included.',
  'contract.term-ended': '(Since then: this version ended early; its last day is {day}.)',
  'contract.term-never': '(Since then: this version never came into force and no longer counts.)',
  'contract.head-ground': '2. Markets and products',
  'contract.ground': 'Party B distributes in: {markets:plain}. Products: {products:plain}.',
  'contract.all-products': 'all products of Party A',
  'contract.head-targets': '3. Targets',
  'contract.targets':
    'The targets of the term are {n} cases, by month as follows. They are no obligation; supply and the budget of the rebate are planned by them.',
  'contract.targets-none': 'No targets were agreed.',
  'contract.first-order': 'First order:[[ {n} cases]][[ by {day}]].',
  'contract.month': 'Month',
  'contract.cases': 'Cases',
  'contract.head-rebate': '4. Rebate',
  'contract.rebate-all':
    'Party A grants a rebate on the cases that Party B buys within the term: the tier that is reached counts for all cases. Cases returned are taken off.',
  'contract.rebate-marginal':
    'Party A grants a rebate on the cases that Party B buys within the term: each tier counts for the cases within it. Cases returned are taken off.',
  'contract.rebate-none': 'No rebate was agreed.',
  'contract.from-cases': 'From (cases)',
  'contract.rate': 'A case ({money:plain})',
  'contract.head-support': '5. Support',
  'contract.support':
    'Beside the rebate, Party A gives:[[ {perCase:plain} a case;]][[ {once:plain} once;]] exchange of empties, cap prizes and free goods are part of it, and are settled as Party A settles them at the time.',
  'contract.support-none': 'Party A has promised no support beside the rebate.',
  'contract.head-pay': '6. Payment',
  'contract.pay-at-once': 'Goods are paid on delivery.',
  'contract.pay-within': 'Goods are paid within {n} days of delivery.',
  'contract.head-visits': '7. Service',
  'contract.visits': 'Party A visits Party B every {n} days.',
  'contract.visits-none': 'Party A visits Party B as needed.',
  'contract.head-exclusive': '8. Exclusivity',
  'contract.exclusive-none': 'This agreement is not exclusive.',
  'contract.head-resale': '9. Resale price',
  'contract.resale':
    'Party B decides by itself at what price it resells. Prices that Party A names are recommendations; supply and rebate do not depend on them.',
  'contract.head-change': '10. Amendment and termination',
  'contract.change':
    'An amendment or renewal is a further version that both sign; the version before ends the day before it begins. Who ends the agreement early tells the other the last day and the reason in writing; the rebate counts up to that day.',
  'contract.head-other': '11. Anything else',
  'contract.other-none': 'Nothing.',
  'contract.sign-a': 'Party A (seal)',
  'contract.sign-b': 'Party B (signature)',
  'contract.signed': '{signer:plain}, {day}',
  'contract.scan': 'Signed on the scan',
  'contract.day-line': 'Date:',
  'contract.foot': '{code:plain} version {version}[[  SHA-256 of the text {digest:plain}]]',
  'contract.file': 'Agreement {code:plain} version {version} {party:plain}',
}
