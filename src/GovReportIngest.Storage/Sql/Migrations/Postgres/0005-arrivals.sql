-- What lies in watched folders and was taken in. A row goes when its original was moved away, or is gone.
CREATE TABLE arrivals (
    location TEXT PRIMARY KEY,  -- a file, or a folder of page images
    watched  TEXT NOT NULL,     -- the watched folder
    files    TEXT NOT NULL,     -- names below it, bytes and times of change, as JSON: whether it is still the same
    verdict  TEXT CHECK (verdict IN ('done', 'failed')),  -- null while it is not known
    reason   TEXT,              -- for people
    target   TEXT               -- folder that its files go to, while they are moved
);
CREATE INDEX arrivals_by_folder ON arrivals (watched);

-- The documents that were taken of it: one; of an archive many; of what was refused none.
CREATE TABLE arrival_documents (
    location    TEXT    NOT NULL REFERENCES arrivals ON DELETE CASCADE,
    document_id BIGINT  NOT NULL REFERENCES documents,
    PRIMARY KEY (location, document_id)
);
CREATE INDEX arrival_documents_by_document ON arrival_documents (document_id);
