-- Each change as an event, written in the transaction that makes the change. Never edited; ids and numbers only.
CREATE TABLE outbox (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    type       VARCHAR(40) CHARACTER SET ascii NOT NULL,
    version    SMALLINT UNSIGNED NOT NULL DEFAULT 1,
    subject    BIGINT UNSIGNED NOT NULL COMMENT 'the id of what changed: its key for ordering',
    actor      BIGINT UNSIGNED NULL COMMENT 'the user who did it',
    trace      CHAR(32) CHARACTER SET ascii NULL,
    payload    JSON NOT NULL,
    created_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (id)
) ENGINE = InnoDB;
