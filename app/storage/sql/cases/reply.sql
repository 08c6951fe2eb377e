-- app/storage/sql/cases/reply.sql: words to the citizen; the outbox id is the request
SELECT desk.reply(:case, :seen, :outbox, :reply) AS answer
