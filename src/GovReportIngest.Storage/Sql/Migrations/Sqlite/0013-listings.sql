-- Documents that were fetched from the web, and what whoever delivered a document expects of it.
ALTER TABLE documents ADD COLUMN url TEXT;            -- where it was fetched; null for files
ALTER TABLE documents ADD COLUMN expected_form TEXT;  -- id of a form, or its beginning

-- Addresses that watched lists have led to, and when each is to be asked for (again).
CREATE TABLE fetches (
    listing       TEXT    NOT NULL,
    url           TEXT    NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind IN ('page', 'report')),
    rules         TEXT,     -- of a page of the list: by which its links were chosen
    etag          TEXT,     -- as the server wrote it, as the next
    last_modified TEXT,
    due_at        INTEGER,  -- null: not again
    attempts      INTEGER NOT NULL DEFAULT 0,  -- that failed, one after the other
    reason        TEXT,     -- for people: why it was not taken
    PRIMARY KEY (listing, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX fetches_due ON fetches (listing, due_at, url) WHERE due_at IS NOT NULL AND kind = 'report';
