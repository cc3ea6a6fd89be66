-- What people decide about the structure of tables.

ALTER TABLE decisions ADD COLUMN shift TEXT;  -- corners of the block, rows, columns
