-- What people say about how documents are read.

ALTER TABLE decisions ADD COLUMN hint TEXT;  -- what is read again as said, such as "turn 3 90"
