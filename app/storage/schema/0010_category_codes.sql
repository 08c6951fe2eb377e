-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a category below another carries its parent's code before a dot (ANTT.GAY_ROI)
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

ALTER TABLE core.category DROP CONSTRAINT category_code_check;
ALTER TABLE core.category ADD CONSTRAINT category_code_check CHECK (code ~ '^[A-Z0-9_]+(\.[A-Z0-9_]+)*$');
