-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: what the centre writes to one unit about its reminders, questions and deadlines is not read by the other units of the same case
-- oldest-desk: 27
SET LOCAL ROLE trucban_owner;

DROP POLICY unit ON core.case_event;
-- why the centre opened an identity is the centre's own, too
CREATE POLICY unit ON core.case_event FOR SELECT TO trucban_unit USING (verb <> 'open_identity' AND EXISTS (SELECT FROM core.case c WHERE c.id = case_id)
    AND (verb NOT IN ('ask_citizen', 'refuse_question', 'withdraw_question', 'question_answered', 'ask_extension', 'grant_extension', 'refuse_extension', 'remind')
         OR (facts ->> 'unit')::bigint = ANY ((SELECT who.unit_ids())::bigint[])));
