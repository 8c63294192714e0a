-- The one door to the scope: set for the transaction, read by every policy. '*' is all markets, '' is none.
CREATE FUNCTION set_scope(scope text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM set_config('tonnage.scope', scope, true); END $$;
