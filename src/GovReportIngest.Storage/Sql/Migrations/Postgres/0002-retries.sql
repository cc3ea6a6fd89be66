-- Faults that may pass are tried again, later each time; what is urgent comes first.
ALTER TABLE work ADD COLUMN priority BIGINT NOT NULL DEFAULT 0;
ALTER TABLE work ADD COLUMN attempts BIGINT NOT NULL DEFAULT 0;  -- that met a fault which may pass, one after the other
ALTER TABLE work ADD COLUMN retry_at BIGINT;                     -- null where no further attempt is planned
CREATE INDEX work_by_retry ON work (retry_at) WHERE retry_at IS NOT NULL;
