-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: people may ask core.due when a term ends; since it asks core.term, which is not theirs, it has to ask with its owner's rights
-- oldest-desk: 21
SET LOCAL ROLE trucban_owner;

CREATE OR REPLACE FUNCTION core.due(p_from timestamptz, p_amount int, p_unit text, p_calendar text DEFAULT 'office') RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (core.term(p_from, p_amount, p_unit, p_calendar)).due_at
$$;
