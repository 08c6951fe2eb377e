-- the fixed list of why a unit lets a case go
SELECT code, name, name_en, needs_text FROM desk.reasons WHERE kind = 'hand_back' ORDER BY position, code
