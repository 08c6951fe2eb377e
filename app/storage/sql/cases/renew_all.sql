-- app/storage/sql/cases/renew_all.sql: every case in this person's hand is kept there
SELECT c.id, desk.renew_claim(c.id) AS until FROM desk.cases c WHERE c.holder_id = :holder AND c.lease_until >= core.now()
