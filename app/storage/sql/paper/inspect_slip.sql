-- app/storage/sql/paper/inspect_slip.sql: the newest slip of a case as it is printed, a draft where none is signed
SELECT desk.inspect_slip(:number) AS answer
