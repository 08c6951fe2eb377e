-- app/storage/sql/paper/write_shift_book.sql: writes into the shift book
SELECT desk.write_shift_book(:kind, :text, :told, :request) AS answer
