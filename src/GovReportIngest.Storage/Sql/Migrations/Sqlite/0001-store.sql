-- Times are milliseconds since 1970 (UTC); probabilities are millionths; truths are 0 and 1; counts and ids are 64 bits.

CREATE TABLE documents (
    document_id  INTEGER PRIMARY KEY,
    path         TEXT    NOT NULL,  -- source.path of the record
    sha256       TEXT    NOT NULL,  -- source.sha256 of the record; empty where the bytes could not be read
    bytes        INTEGER NOT NULL,
    is_folder    INTEGER NOT NULL,
    collected_at INTEGER NOT NULL,
    replaced_by  INTEGER REFERENCES documents,  -- what stands at its place now
    UNIQUE (sha256, path)
) STRICT;
CREATE INDEX documents_by_path ON documents (path);
CREATE INDEX documents_replaced ON documents (document_id) WHERE replaced_by IS NOT NULL;

-- The files that a document was taken from: one, or the page images of a folder, or a saved page and its parts.
CREATE TABLE document_files (
    document_id INTEGER NOT NULL REFERENCES documents,
    position    INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    sha256      TEXT    NOT NULL,
    PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_files_by_sha256 ON document_files (sha256);

-- Where documents were seen last: what stands at a place replaces what stood there.
CREATE TABLE locations (
    location    TEXT    PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents
) STRICT, WITHOUT ROWID;
CREATE INDEX locations_by_document ON locations (document_id);

CREATE TABLE work (
    document_id INTEGER PRIMARY KEY REFERENCES documents,
    state       TEXT    NOT NULL CHECK (state IN ('collected', 'processing', 'accepted', 'needs-review', 'rejected')),
    changed_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX work_by_state ON work (state, document_id);

-- One row for every report of a document and every version that was read of it. The record itself is a blob.
CREATE TABLE extractions (
    extraction_id INTEGER PRIMARY KEY,
    document_id   INTEGER NOT NULL REFERENCES documents,
    version       INTEGER NOT NULL,  -- 1, 2, … of the document
    part          INTEGER NOT NULL,  -- 1, 2, … of the parts of the document
    parts         INTEGER NOT NULL,
    is_current    INTEGER NOT NULL,
    record_sha256 TEXT    NOT NULL,
    engine        TEXT    NOT NULL,
    form          TEXT,
    outcome       TEXT    NOT NULL CHECK (outcome IN ('accepted', 'needs-review', 'rejected')),
    agency        TEXT,
    year          INTEGER,
    pages         INTEGER NOT NULL,
    fields        INTEGER NOT NULL,
    open          INTEGER NOT NULL,
    findings      INTEGER NOT NULL,
    made_at       INTEGER NOT NULL,
    UNIQUE (document_id, version, part)
) STRICT;
CREATE INDEX extractions_current ON extractions (document_id, part) WHERE is_current = 1;
CREATE INDEX extractions_by_agency ON extractions (agency, year, document_id, part) WHERE is_current = 1;
CREATE INDEX extractions_by_year ON extractions (year, document_id, part) WHERE is_current = 1;
CREATE INDEX extractions_by_form ON extractions (form, document_id, part) WHERE is_current = 1;
CREATE INDEX extractions_totals ON extractions (pages, fields, open, findings, document_id) WHERE is_current = 1;
CREATE TRIGGER extractions_stay BEFORE DELETE ON extractions BEGIN SELECT RAISE(ABORT, 'versions are never deleted'); END;
CREATE TRIGGER extractions_do_not_change
    BEFORE UPDATE OF document_id, version, part, parts, record_sha256, engine, form, outcome, agency, year, pages, fields, open, findings, made_at ON extractions
    BEGIN SELECT RAISE(ABORT, 'versions are never changed'); END;

-- Names that records print, few beside the records: searched for a part of a name.
CREATE TABLE agencies (
    name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Pages, fields and findings are rows of the current version; the blobs of the versions hold them all, with evidence and candidates.
CREATE TABLE pages (
    extraction_id INTEGER NOT NULL REFERENCES extractions,
    number        INTEGER NOT NULL,
    source_page   INTEGER NOT NULL,
    side          TEXT    NOT NULL,
    read_from     TEXT    NOT NULL,
    why           TEXT    NOT NULL,
    PRIMARY KEY (extraction_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE fields (
    extraction_id INTEGER NOT NULL REFERENCES extractions,
    position      INTEGER NOT NULL,
    path          TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    value         TEXT,              -- as the record writes it
    printed       TEXT,
    probability   INTEGER NOT NULL,
    review        TEXT    NOT NULL,
    reasons       TEXT    NOT NULL,  -- codes, parted by spaces
    PRIMARY KEY (extraction_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
    extraction_id INTEGER NOT NULL REFERENCES extractions,
    position      INTEGER NOT NULL,
    check_id      TEXT    NOT NULL,
    severity      TEXT    NOT NULL,
    left_side     TEXT    NOT NULL,
    right_side    TEXT    NOT NULL,
    PRIMARY KEY (extraction_id, position)
) STRICT, WITHOUT ROWID;

-- What a person is asked: an open field, or an item of the whole document. An item outlives versions that ask the same.
CREATE TABLE review_items (
    item_id     INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents,
    part        INTEGER NOT NULL,
    subject     TEXT    NOT NULL,  -- path of the field, or "document:" and the reason
    reason      TEXT    NOT NULL,  -- the first
    probability INTEGER,           -- null for the whole document
    weight      INTEGER NOT NULL,  -- the greater, the earlier asked
    opened_at   INTEGER NOT NULL,
    closed_at   INTEGER,
    UNIQUE (document_id, part, subject)
) STRICT;
CREATE INDEX review_items_queue ON review_items (weight DESC, item_id) WHERE closed_at IS NULL;
CREATE INDEX review_items_by_reason ON review_items (reason, weight DESC, item_id) WHERE closed_at IS NULL;

-- What people decided. A reversal is one more row.
CREATE TABLE decisions (
    decision_id   INTEGER PRIMARY KEY,
    extraction_id INTEGER NOT NULL REFERENCES extractions,
    subject       TEXT    NOT NULL,
    action        TEXT    NOT NULL,
    old_state     TEXT,
    old_value     TEXT,
    new_state     TEXT,
    new_value     TEXT,
    note          TEXT,
    decided_by    TEXT    NOT NULL,
    decided_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX decisions_by_extraction ON decisions (extraction_id, subject);
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
CREATE TRIGGER decisions_do_not_change BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;

CREATE TABLE audit (
    audit_id INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    actor    TEXT    NOT NULL,
    action   TEXT    NOT NULL,
    detail   TEXT    NOT NULL
) STRICT;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;
CREATE TRIGGER audit_does_not_change BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
