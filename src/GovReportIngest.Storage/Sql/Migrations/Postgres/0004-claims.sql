CREATE FUNCTION store_now() RETURNS BIGINT LANGUAGE sql VOLATILE AS $$ SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) $$;

-- Who reads a document now, and until when that counts without being renewed. Each claim has a greater epoch, so that the result of an
-- older one can be told and refused. Times of leases are the database's own: store_now().
ALTER TABLE work ADD COLUMN owner TEXT;
ALTER TABLE work ADD COLUMN lease_until BIGINT;
ALTER TABLE work ADD COLUMN epoch BIGINT NOT NULL DEFAULT 0;
CREATE INDEX work_waiting ON work (priority DESC, document_id) WHERE state = 'collected';
CREATE INDEX work_leases ON work (lease_until) WHERE state = 'processing';

-- What holds for everybody who works on the store.
CREATE TABLE switches (
    name TEXT PRIMARY KEY,  -- 'paused': nothing is claimed
    since BIGINT  NOT NULL
);

-- Words that whoever delivered documents gave them.
CREATE TABLE document_tags (
    tag         TEXT    NOT NULL,
    document_id BIGINT  NOT NULL REFERENCES documents,
    PRIMARY KEY (tag, document_id)
);
CREATE INDEX document_tags_by_document ON document_tags (document_id);
