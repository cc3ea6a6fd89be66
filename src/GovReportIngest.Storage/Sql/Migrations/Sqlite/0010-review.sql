-- What people decide, who works on what, and who may.

ALTER TABLE decisions ADD COLUMN old_printed TEXT;     -- values are JSON; the old ones are what the machine had read
ALTER TABLE decisions ADD COLUMN new_printed TEXT;
ALTER TABLE decisions ADD COLUMN evidence TEXT;        -- JSON, as in the record; null where nothing is printed
ALTER TABLE decisions ADD COLUMN asserted TEXT;        -- JSON: known, but not printed
ALTER TABLE decisions ADD COLUMN is_source_wrong INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decisions ADD COLUMN reverses INTEGER REFERENCES decisions;

-- Rows for lists follow the decisions; what was read stays in the record.
DROP TRIGGER extractions_do_not_change;
CREATE TRIGGER extractions_do_not_change
    BEFORE UPDATE OF document_id, version, part, parts, record_sha256, engine, form, pages, made_at ON extractions
    BEGIN SELECT RAISE(ABORT, 'versions are never changed'); END;

-- Reports with open items, in the order in which they are asked.
CREATE TABLE review_reports (
    document_id INTEGER NOT NULL REFERENCES documents,
    part        INTEGER NOT NULL,
    open        INTEGER NOT NULL,
    weight      INTEGER NOT NULL,  -- the greatest of the items
    opened_at   INTEGER NOT NULL,  -- the earliest
    leased_by   TEXT,              -- who works on it
    leased_until INTEGER,
    PRIMARY KEY (document_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_reports_by_weight ON review_reports (weight DESC, document_id, part);
CREATE INDEX review_reports_by_age ON review_reports (opened_at, document_id, part);
INSERT INTO review_reports (document_id, part, open, weight, opened_at)
    SELECT document_id, part, count(*), max(weight), min(opened_at) FROM review_items WHERE closed_at IS NULL GROUP BY document_id, part;

CREATE TABLE users (
    name        TEXT    PRIMARY KEY,
    role        TEXT    NOT NULL CHECK (role IN ('viewer', 'reviewer', 'admin')),
    password    TEXT,              -- hashed; null: signs in by token only
    stamp       TEXT    NOT NULL,  -- another one ends all sessions
    created_at  INTEGER NOT NULL,
    disabled_at INTEGER
) STRICT, WITHOUT ROWID;

-- Secrets that were handed out are known by their hashes only.
CREATE TABLE user_tokens (
    sha256     TEXT    PRIMARY KEY,
    name       TEXT    NOT NULL REFERENCES users,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE setup_links (
    sha256     TEXT    PRIMARY KEY,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT, WITHOUT ROWID;
