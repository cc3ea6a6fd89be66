-- What catalogues of archives say of documents, as they were imported last.

CREATE TABLE catalogue_entries (
    document_id   INTEGER PRIMARY KEY REFERENCES documents,
    archival_code TEXT NOT NULL,
    fonds         TEXT,
    title         TEXT,
    responsible   TEXT,
    year          TEXT,
    retention     TEXT,
    security      TEXT
) STRICT;
