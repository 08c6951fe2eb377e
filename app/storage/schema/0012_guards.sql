-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: every table has row-level security, also the gateways' list of duties
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

ALTER TABLE core.duty ENABLE ROW LEVEL SECURITY;
