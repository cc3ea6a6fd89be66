-- Tables of a warehouse in PostgreSQL 15 or newer for deliveries of "govreport export --changed-since" as CSV (docs/warehouse.md).
-- Running it again changes nothing.
CREATE SCHEMA IF NOT EXISTS govreport;

CREATE TABLE IF NOT EXISTS govreport.reports (
    report_id     text    PRIMARY KEY,
    version       bigint  NOT NULL,  -- which reading of the document
    decision      bigint  NOT NULL,  -- the last one about it, 0 for none
    sha256        text    NOT NULL,  -- of the record
    agency_id     text,              -- of the register
    is_master     boolean NOT NULL,  -- the most trusted source of its report
    source        text    NOT NULL,
    source_sha256 text    NOT NULL,
    part          integer NOT NULL,
    form          text,
    variants      text,
    outcome       text    NOT NULL,
    open          integer NOT NULL,  -- questions that wait for review
    findings      integer NOT NULL,
    agency        text,
    region        text,
    year          integer,
    title         text,
    engine        text    NOT NULL,
    -- what the catalogue of the archive says; nothing of it was read on the pages
    archive_archival_code text,
    archive_fonds         text,
    archive_title         text,
    archive_responsible   text,
    archive_year          text,
    archive_retention     text,
    archive_security      text
);
CREATE INDEX IF NOT EXISTS reports_by_agency ON govreport.reports (agency_id, year);

CREATE TABLE IF NOT EXISTS govreport.fields (
    report_id    text    NOT NULL REFERENCES govreport.reports ON DELETE CASCADE,
    position     integer NOT NULL,
    path         text    NOT NULL,
    state        text    NOT NULL CHECK (state IN ('printed', 'blank', 'placeholder', 'missing', 'unreadable')),
    value_number numeric,  -- null is not zero: see state
    value_text   text,
    printed      text,
    probability  numeric NOT NULL,
    review       text    NOT NULL CHECK (review IN ('none', 'open', 'confirmed', 'corrected')),
    reasons      text,
    page         integer,
    x            numeric,
    y            numeric,
    width        numeric,
    height       numeric,
    PRIMARY KEY (report_id, path)
);
CREATE INDEX IF NOT EXISTS fields_by_path ON govreport.fields (path);

CREATE TABLE IF NOT EXISTS govreport.deliveries (
    number    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    since     text        NOT NULL,
    token     text        NOT NULL,
    loaded_at timestamptz NOT NULL DEFAULT now()
);

-- What a delivery is copied into; empty but for the transaction that loads one.
CREATE UNLOGGED TABLE IF NOT EXISTS govreport.incoming_reports (LIKE govreport.reports);
CREATE UNLOGGED TABLE IF NOT EXISTS govreport.incoming_fields (LIKE govreport.fields);
CREATE UNLOGGED TABLE IF NOT EXISTS govreport.incoming_withdrawals (report_id text NOT NULL, version bigint NOT NULL, decision bigint NOT NULL);

-- Takes in what was copied. A delivery that was loaded already changes nothing; one that does not follow the last one is refused.
CREATE OR REPLACE FUNCTION govreport.apply(since_token text, new_token text) RETURNS TABLE (upserted bigint, withdrawn bigint) LANGUAGE plpgsql AS $$
DECLARE
    last text;
BEGIN
    upserted := 0;
    withdrawn := 0;
    LOCK TABLE govreport.deliveries IN EXCLUSIVE MODE;
    last := (SELECT token FROM govreport.deliveries ORDER BY number DESC LIMIT 1);
    IF new_token IS DISTINCT FROM last THEN
        IF since_token <> 'start' AND since_token IS DISTINCT FROM last THEN
            RAISE EXCEPTION 'this delivery follows %, but the last one that was loaded is %', since_token, coalesce(last, 'none');
        END IF;

        DELETE FROM govreport.reports r WHERE EXISTS (SELECT 1 FROM govreport.incoming_withdrawals w WHERE w.report_id = r.report_id)
            OR (since_token = 'start' AND NOT EXISTS (SELECT 1 FROM govreport.incoming_reports i WHERE i.report_id = r.report_id));
        GET DIAGNOSTICS withdrawn = ROW_COUNT;

        CREATE TEMPORARY TABLE changed ON COMMIT DROP AS
            SELECT i.* FROM govreport.incoming_reports i LEFT JOIN govreport.reports r ON r.report_id = i.report_id WHERE r.* IS DISTINCT FROM i.*;
        DELETE FROM govreport.reports r USING changed c WHERE c.report_id = r.report_id;
        INSERT INTO govreport.reports SELECT * FROM changed;
        GET DIAGNOSTICS upserted = ROW_COUNT;
        INSERT INTO govreport.fields SELECT f.* FROM govreport.incoming_fields f JOIN changed c ON c.report_id = f.report_id;
        DROP TABLE changed;
        INSERT INTO govreport.deliveries (since, token) VALUES (since_token, new_token);
    END IF;

    TRUNCATE govreport.incoming_reports, govreport.incoming_fields, govreport.incoming_withdrawals;
    RETURN NEXT;
END
$$;
