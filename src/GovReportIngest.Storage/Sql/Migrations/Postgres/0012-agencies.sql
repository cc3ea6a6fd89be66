-- The register of agencies as it was imported last, and the sources of every report.

CREATE TABLE registered_agencies (
    agency_id  TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    region     TEXT,
    valid_from TEXT,  -- days as 2018-03-31; null where they are not said
    valid_to   TEXT,
    successor  TEXT
);

CREATE TABLE registered_names (
    folded    TEXT NOT NULL,  -- as names are compared
    agency_id TEXT NOT NULL REFERENCES registered_agencies,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('name', 'former', 'misprint')),
    PRIMARY KEY (folded, agency_id)
);
CREATE INDEX registered_names_by_agency ON registered_names (agency_id);

-- Every current record that names an agency. Those of one agency, year and form are sources of one report.
CREATE TABLE report_sources (
    document_id BIGINT  NOT NULL REFERENCES documents,
    part        BIGINT  NOT NULL,
    printed     TEXT    NOT NULL,  -- the agency's name
    agency_id   TEXT,              -- null where the register has none, or several
    year        BIGINT,
    form        TEXT,
    trust       BIGINT  NOT NULL,  -- the least is the master: 0 reviewed, 1 born-digital, 2 scan
    PRIMARY KEY (document_id, part)
);
CREATE INDEX report_sources_by_report ON report_sources (agency_id, year, form, trust, document_id, part);
CREATE INDEX report_sources_unknown ON report_sources (printed) WHERE agency_id IS NULL;

-- What is asked of a report for what the store knows besides its own pages.
CREATE TABLE report_items (
    document_id BIGINT  NOT NULL REFERENCES documents,
    part        BIGINT  NOT NULL,
    position    BIGINT  NOT NULL,
    reason      TEXT    NOT NULL,
    detail      TEXT    NOT NULL,
    PRIMARY KEY (document_id, part, position)
);
