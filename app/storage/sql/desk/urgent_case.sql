-- a case as a notification tells it; no row when this person may not read it or it is no emergency
SELECT number, urgency, area, first_words FROM desk.cases WHERE id = :case_id AND urgency IN ('emergency', 'high') AND queue = 1
