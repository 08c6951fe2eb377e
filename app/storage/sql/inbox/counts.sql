-- how many cases lie in each view of this person
SELECT desk.inbox_counts() AS counts
