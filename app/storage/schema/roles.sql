-- SPDX-License-Identifier: GPL-3.0-or-later
-- The group roles. Run by a superuser before the migrations; running it again changes nothing.
DO $$
DECLARE
    r text;
BEGIN
    FOREACH r IN ARRAY ARRAY['trucban_owner', 'trucban_person', 'trucban_officer', 'trucban_unit', 'trucban_supervisor',
                             'trucban_admin', 'trucban_gateway'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', r);
        END IF;
    END LOOP;
    ALTER ROLE trucban_owner CREATEROLE;
    GRANT trucban_person TO trucban_officer, trucban_unit, trucban_supervisor, trucban_admin;
    -- the owner adds people to the groups (desk.add_person) but never acts as one of them
    GRANT trucban_officer, trucban_unit, trucban_supervisor, trucban_admin, trucban_gateway
        TO trucban_owner WITH ADMIN OPTION, INHERIT FALSE, SET FALSE;
END $$;
