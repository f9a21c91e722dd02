-- The last event applied from each service, moved in the transaction that applies it.
CREATE TABLE event_cursors (
    source   VARCHAR(32) CHARACTER SET ascii NOT NULL,
    event_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
    PRIMARY KEY (source)
) ENGINE = InnoDB;
