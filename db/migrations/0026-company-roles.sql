-- Roles of the company's own, beside the six that are always there. A role that was removed stays, because former rows of people name it.
CREATE TABLE company_role (
  code text PRIMARY KEY CHECK (code ~ '^own-[1-9][0-9]*$'),
  name text NOT NULL CHECK (name <> ''),
  name_key text NOT NULL,
  rights text[] NOT NULL CHECK (cardinality(rights) > 0),
  version integer NOT NULL CHECK (version > 0),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  removed_at timestamptz
);

CREATE UNIQUE INDEX company_role_name ON company_role (name_key) WHERE removed_at IS NULL;

ALTER TABLE person_role DROP CONSTRAINT person_role_role_check;
ALTER TABLE person_role ADD CONSTRAINT person_role_role_check
  CHECK (role IN ('admin', 'hq', 'finance', 'regional_manager', 'rep', 'read_only') OR role ~ '^own-[1-9][0-9]*$');
