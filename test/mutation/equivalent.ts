/** Predicates and masks whose absence nobody can see, by the reason. Each still tells the database which partitions to read. */
export const equivalent: Readonly<Record<string, readonly string[]>> = {
  'whoever erases reaches every market, and ids were read in the same transaction': [
    'account/erase-store.ts › market_id = ANY (${markets}::uuid[])',
    'account/erase-store.ts › r.market_id = ANY (${markets}::uuid[])',
    "account/erase-store.ts › .where('market_id', 'in', [...markets])",
    'account/erase-store.ts › market_id = ANY (${markets}::uuid[]) (2)',
    "account/erase-store.ts › .where('market_id', 'in', [...markets]) (2)",
    'account/erase-store.ts › market_id = ANY (${markets}::uuid[]) (3)',
    'account/erase-store.ts › market_id = ANY (${markets}::uuid[]) (4)',
  ],
  'no bytes are kept without a record, so there are none elsewhere to delete': [
    'account/erase-store.ts › f.market_id = ANY (${markets}::uuid[])',
  ],
  'the id of the row was found within the scope in the same transaction, and no other row has it': [
    "account/record-store.ts › .where('market_id', 'in', [...markets])",
    "account/record-store.ts › .where('market_id', 'in', [...whose.markets])",
  ],
  'an account that has not moved away has one row, in the market where its code was found': [
    'intake/master-store.ts › ($2::uuid[] IS NULL OR market_id = ANY ($2))',
  ],
  'the ids are of the market, and what hangs on them is looked for in that market alone: a second row gives the same ids again':
    ['masters/account-move-store.ts › market_id = $1'],
  'rows of a batch or of an edit are only in the markets that it is known to have touched': [
    'chain/reverse-store.ts › m.market_id = ANY ($2::uuid[])',
    'chain/reverse-store.ts › m.market_id = ANY ($4::uuid[])',
    'chain/reverse-store.ts › m.market_id = ANY ($2::uuid[]) (2)',
    'chain/reverse-store.ts › m.market_id = ANY ($2::uuid[]) (3)',
    'chain/reverse-store.ts › market_id = ANY ($2::uuid[])',
    'chain/post-store.ts › s.market_id = ANY ($2::uuid[])',
    'chain/sample-store.ts › market_id = ANY ($2::uuid[])',
    'intake/undo-preview-store.ts › market_id = ANY ($2::uuid[])',
    'intake/undo-preview-store.ts › market_id = ANY ($2::uuid[]) (2)',
    'intake/undo-preview-store.ts › m.market_id = ANY ($3::uuid[])',
    'intake/undo-preview-store.ts › c.market_id = ANY ($3::uuid[])',
    'intake/undo-preview-store.ts › market_id = ANY ($2::uuid[]) (3)',
    'intake/undo-store.ts › c.market_id = ANY ($2::uuid[])',
    'intake/undo-store.ts › market_id = ANY ($2::uuid[])',
    'intake/undo-store.ts › c.market_id = ANY ($2::uuid[]) (3)',
    'intake/undo-store.ts › c.market_id = ANY ($2::uuid[]) (4)',
    'intake/undo-store.ts › c.market_id = ANY ($2::uuid[]) (5)',
    'intake/undo-store.ts › c.market_id = ANY ($2::uuid[]) (6)',
    'masters/edit-store.ts › market_id = ANY ($1::uuid[])',
  ],
  'rows are counted by account, of accounts of the markets that were asked for; an account’s rows elsewhere are of days that count':
    [
      "assess/facts-store.ts › ${among(whom, 'f.market_id', 'f.account_id')}",
      "assess/facts-store.ts › ${among(whom, 'k.market_id', 'k.seller_id')}",
      "assess/figures-store.ts › ${among(whom, 'a.market_id', 'a.id')}",
      "assess/figures-store.ts › ${among(whom, 'a.market_id', 'a.id')} (2)",
      "assess/figures-store.ts › ${among(whom, 's.market_id', 's.account_id')}",
      "assess/figures-store.ts › ${among(whom, 'a.market_id', 'a.id')} (3)",
      "assess/figures-store.ts › ${among(whom, 'a.market_id', 'a.id')} (4)",
      "assess/verdict-store.ts › ${among(whom, 'v.market_id', 'v.account_id')}",
      'assess/verdict-store.ts › v.market_id = ANY (${whom.markets}::uuid[])',
      'assess/moved-store.ts › ${sql.ref(market)} = ANY (${markets}::uuid[])',
      'assess/moved-store.ts › ${sql.ref(market)} = ANY (${from.markets}::uuid[])',
      'assess/market-store.ts › l.market_id = ${market}::uuid',
      'assess/profile-store.ts › m.market_id = ANY (${whose.markets}::uuid[])',
      'assess/profile-store.ts › market_id = ANY (${whose.markets}::uuid[])',
      'assess/profile-store.ts › market_id = ANY (${whose.markets}::uuid[]) (2)',
      'assess/profile-store.ts › market_id = ANY (${whose.markets}::uuid[]) (3)',
      'assess/profile-store.ts › m.market_id = ANY (${whose.markets}::uuid[]) (2)',
    ],
  'rows are taken by market, those of markets that were asked for': [
    'assess/facts-store.ts › market_id = ANY (${markets}::uuid[])',
    'assess/figures-store.ts › market_id = ANY (${markets}::uuid[])',
    "assess/market-store.ts › ${among(here, 'a.market_id', 'a.id')}",
  ],
  'only the company itself has entries of this kind': ['assess/ground-store.ts › market_id = ${hq}::uuid'],
  'asks whether there is anything at all, to leave out work that would find nothing': [
    'chain/judge-store.ts › $1::uuid[] IS NULL OR market_id = ANY ($1)',
    'chain/post-store.ts › market_id = ANY ($1::uuid[])',
  ],
  'what it leaves out are moves between two markets out of reach: lines of those days are hidden, whichever of the two they are of':
    ['chain/post-store.ts › $1::uuid[] IS NULL OR v.market_id = ANY ($1)'],
  'no rollup without lines is left in any market': ['chain/post-store.ts › market_id = ANY ($1::uuid[]) (2)'],
  'the entries were read within the scope in the same transaction': [
    'audit/audit-store.ts › market_id = ANY (${[...tx.scope]}::uuid[]) (2)',
    'audit/audit-store.ts › market_id = ANY (${markets}::uuid[])',
  ],
  'whoever has a role out of the scope is left out by the predicate after it': [
    "chain/export-store.ts › ${inside('n.id', scope)} (2)",
  ],
  'what it leaves out is left out once more where it would be shown': [
    'assess/profile-shape.ts › parts.contribution ? listOf(story) : null',
    'assess/profile-store.ts › withCost } AND bool_and(m.milli_cases IS NOT NULL AND p.list_minor IS NOT NULL)',
  ],
}
