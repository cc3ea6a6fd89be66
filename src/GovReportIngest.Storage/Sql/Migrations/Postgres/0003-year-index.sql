-- Reports of one year by a part of the agency's name: the name is compared in the index, before the row is fetched.
DROP INDEX extractions_by_year;
CREATE INDEX extractions_by_year ON extractions (year, document_id, part, agency) WHERE is_current = 1;
