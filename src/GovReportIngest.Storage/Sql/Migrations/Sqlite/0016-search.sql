-- What reports say, and the pairs of characters in it.

CREATE TABLE search_texts (
    extraction_id INTEGER PRIMARY KEY REFERENCES extractions,
    text          TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (grams, content = '', detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 0");
