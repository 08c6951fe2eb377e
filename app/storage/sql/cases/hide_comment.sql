-- app/storage/sql/cases/hide_comment.sql: hides a comment on the page or shows it again
SELECT desk.hide_comment(:case, :seen, :message, :hidden, :outbox) AS answer
