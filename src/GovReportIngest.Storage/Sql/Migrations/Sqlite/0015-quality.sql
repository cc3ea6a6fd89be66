-- Samples of accepted fields that people read again, without seeing what the machine read.

CREATE TABLE quality_samples (
    sample_id INTEGER PRIMARY KEY,
    drawn_at  INTEGER NOT NULL,
    drawn_by  TEXT NOT NULL,
    seed      INTEGER NOT NULL,  -- draws the same again from the same store
    bar       INTEGER NOT NULL,  -- errors in a million fields that are accepted
    fields    INTEGER NOT NULL   -- that could have been drawn
) STRICT;

CREATE TABLE quality_items (
    item_id      INTEGER PRIMARY KEY,
    sample_id    INTEGER NOT NULL REFERENCES quality_samples,
    document_id  INTEGER NOT NULL REFERENCES documents,
    part         INTEGER NOT NULL,
    path         TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('blind', 'known', 'altered')),
    state        TEXT NOT NULL,  -- what the record says
    value        TEXT,
    shown        TEXT,           -- what is filled in beforehand; null where the reviewer sees nothing
    leased_by    TEXT,
    leased_until INTEGER,
    answered_by  TEXT,
    answered_at  INTEGER,
    answer_state TEXT,
    answer_value TEXT,
    is_same      INTEGER             -- whether the answer is what the record says
) STRICT;
CREATE INDEX quality_items_open ON quality_items (item_id) WHERE answered_at IS NULL;
CREATE INDEX quality_items_by_sample ON quality_items (sample_id);
