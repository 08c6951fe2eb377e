-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: at a million cases a filter within a view read thousands of rows to show sixty (up to 120 ms); these indexes hold what the inbox
-- filters and sorts by, so that it finds its sixty keys without touching the table, and reads only those rows
-- oldest-desk: 14
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

CREATE INDEX case_open_queue ON core.case (queue, burns_at, id) INCLUDE (urgency, category_id, area_id, lead_unit_id, status) WHERE queue <= 4;
DROP INDEX core.case_open_burns;
CREATE INDEX case_open_burns ON core.case (burns_at, id) INCLUDE (queue, status, category_id, lead_unit_id, urgency, area_id, last_message_at) WHERE queue <= 4;
DROP INDEX core.case_unit_newest;
CREATE INDEX case_unit_newest ON core.case (lead_unit_id, last_message_at DESC, id DESC) INCLUDE (queue, urgency, category_id, area_id, status);
DROP INDEX core.case_area_newest;
CREATE INDEX case_area_newest ON core.case (area_id, last_message_at DESC, id DESC) INCLUDE (queue, urgency, category_id, lead_unit_id, status);
