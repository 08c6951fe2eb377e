-- a page of the cases behind a number; the arguments are what stands in the row's filter
SELECT id, number, status, urgency, category, category_name, category_name_en, unit_name, unit_name_en, area, holder_name, opened_at, burns_at, burns_clock, first_words, at, seconds, late, times
FROM desk.cases_behind(:metric, :from::timestamptz, :to::timestamptz, :by, :key, :after, :limit, :part, :late)
