-- Who is to review a report, and what decisions take back.

CREATE TABLE assignments (
    document_id BIGINT NOT NULL REFERENCES documents,
    part        BIGINT NOT NULL,
    assignee    TEXT    NOT NULL REFERENCES users,
    assigned_by TEXT    NOT NULL,
    assigned_at BIGINT NOT NULL,
    PRIMARY KEY (document_id, part)
);
CREATE INDEX assignments_by_assignee ON assignments (assignee, document_id, part);
CREATE INDEX decisions_by_reversed ON decisions (reverses) WHERE reverses IS NOT NULL;
