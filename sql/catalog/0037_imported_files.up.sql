-- How far each dump has been imported, moved in the transaction of each batch: an import that was ended goes on from there.
CREATE TABLE imported_files (
    digest     BINARY(16) NOT NULL COMMENT 'of the file''s size and first bytes',
    records    BIGINT UNSIGNED NOT NULL COMMENT 'of the file, good and bad, that are done',
    finished   BOOLEAN NOT NULL DEFAULT FALSE,
    updated_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    PRIMARY KEY (digest)
) ENGINE = InnoDB;
