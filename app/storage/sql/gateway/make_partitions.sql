-- app/storage/sql/gateway/make_partitions.sql: the months ahead have their place in the search
SELECT search.make_partitions((current_date - 31), (current_date + 93)) AS made
