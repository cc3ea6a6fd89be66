-- Samples of accepted fields that people read again, without seeing what the machine read.

CREATE TABLE quality_samples (
    sample_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    drawn_at  BIGINT NOT NULL,
    drawn_by  TEXT NOT NULL,
    seed      BIGINT NOT NULL,  -- draws the same again from the same store
    bar       BIGINT NOT NULL,  -- errors in a million fields that are accepted
    fields    BIGINT NOT NULL   -- that could have been drawn
);

CREATE TABLE quality_items (
    item_id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sample_id    BIGINT NOT NULL REFERENCES quality_samples,
    document_id  BIGINT NOT NULL REFERENCES documents,
    part         BIGINT NOT NULL,
    path         TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('blind', 'known', 'altered')),
    state        TEXT NOT NULL,  -- what the record says
    value        TEXT,
    shown        TEXT,           -- what is filled in beforehand; null where the reviewer sees nothing
    leased_by    TEXT,
    leased_until BIGINT,
    answered_by  TEXT,
    answered_at  BIGINT,
    answer_state TEXT,
    answer_value TEXT,
    is_same      BIGINT             -- whether the answer is what the record says
);
CREATE INDEX quality_items_open ON quality_items (item_id) WHERE answered_at IS NULL;
CREATE INDEX quality_items_by_sample ON quality_items (sample_id);
