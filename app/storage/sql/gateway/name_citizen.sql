-- app/storage/sql/gateway/name_citizen.sql: the name, or that it is hidden
SELECT intake.name_citizen(:page, :person, :name, :profile)
