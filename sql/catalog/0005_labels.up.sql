-- Record labels.
CREATE TABLE labels (
    id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    discogs_id    INT UNSIGNED NULL,
    name          VARCHAR(512) NOT NULL,
    profile       MEDIUMTEXT NULL,
    parent_label  VARCHAR(512) NULL,
    import_hash   BINARY(16) NULL COMMENT 'of the dump''s record it was last made from',
    release_count INT UNSIGNED NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY discogs_id (discogs_id),
    KEY name (name),
    KEY release_count (release_count),
    FULLTEXT KEY words (name)
) ENGINE = InnoDB;
