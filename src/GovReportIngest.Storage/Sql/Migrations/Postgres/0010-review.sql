-- What people decide, who works on what, and who may.

ALTER TABLE decisions ADD COLUMN old_printed TEXT;     -- values are JSON; the old ones are what the machine had read
ALTER TABLE decisions ADD COLUMN new_printed TEXT;
ALTER TABLE decisions ADD COLUMN evidence TEXT;        -- JSON, as in the record; null where nothing is printed
ALTER TABLE decisions ADD COLUMN asserted TEXT;        -- JSON: known, but not printed
ALTER TABLE decisions ADD COLUMN is_source_wrong BIGINT NOT NULL DEFAULT 0;
ALTER TABLE decisions ADD COLUMN reverses BIGINT REFERENCES decisions;

-- Rows for lists follow the decisions; what was read stays in the record.
DROP TRIGGER extractions_do_not_change ON extractions;
CREATE TRIGGER extractions_do_not_change
    BEFORE UPDATE OF document_id, version, part, parts, record_sha256, engine, form, pages, made_at ON extractions
    FOR EACH ROW EXECUTE FUNCTION refuse('versions are never changed');

-- Reports with open items, in the order in which they are asked.
CREATE TABLE review_reports (
    document_id BIGINT  NOT NULL REFERENCES documents,
    part        BIGINT  NOT NULL,
    open        BIGINT  NOT NULL,
    weight      BIGINT  NOT NULL,  -- the greatest of the items
    opened_at   BIGINT  NOT NULL,  -- the earliest
    leased_by   TEXT,              -- who works on it
    leased_until BIGINT,
    PRIMARY KEY (document_id, part)
);
CREATE INDEX review_reports_by_weight ON review_reports (weight DESC, document_id, part);
CREATE INDEX review_reports_by_age ON review_reports (opened_at, document_id, part);
INSERT INTO review_reports (document_id, part, open, weight, opened_at)
    SELECT document_id, part, count(*), max(weight), min(opened_at) FROM review_items WHERE closed_at IS NULL GROUP BY document_id, part;

CREATE TABLE users (
    name        TEXT    PRIMARY KEY,
    role        TEXT    NOT NULL CHECK (role IN ('viewer', 'reviewer', 'admin')),
    password    TEXT,              -- hashed; null: signs in by token only
    stamp       TEXT    NOT NULL,  -- another one ends all sessions
    created_at  BIGINT  NOT NULL,
    disabled_at  BIGINT
);

-- Secrets that were handed out are known by their hashes only.
CREATE TABLE user_tokens (
    sha256     TEXT    PRIMARY KEY,
    name       TEXT    NOT NULL REFERENCES users,
    created_at BIGINT  NOT NULL,
    revoked_at  BIGINT
);

CREATE TABLE setup_links (
    sha256     TEXT    PRIMARY KEY,
    expires_at BIGINT  NOT NULL,
    used_at     BIGINT
);
