-- The formats of a pressing. The quantity stays text: one real record's is beyond 64 bits.
CREATE TABLE release_formats (
    release_id   BIGINT UNSIGNED NOT NULL,
    position     SMALLINT UNSIGNED NOT NULL,
    name         VARCHAR(255) NOT NULL,
    quantity     VARCHAR(64) NULL,
    note         VARCHAR(255) NULL,
    descriptions VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'one a line',
    PRIMARY KEY (release_id, position),
    KEY name (name, release_id)
) ENGINE = InnoDB;
