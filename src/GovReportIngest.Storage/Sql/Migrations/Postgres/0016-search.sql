-- What reports say, and the pairs of characters in it.

CREATE TABLE search_texts (
    extraction_id BIGINT PRIMARY KEY REFERENCES extractions,
    text          TEXT NOT NULL
);
CREATE TABLE search_index (
    rowid BIGINT PRIMARY KEY,
    grams tsvector NOT NULL
);
CREATE INDEX search_index_grams ON search_index USING gin (grams);
