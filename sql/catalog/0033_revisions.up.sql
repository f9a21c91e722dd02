-- Each edit of an album, artist or song, as the difference it made.
CREATE TABLE revisions (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    kind       ENUM ('album', 'artist', 'song') NOT NULL,
    subject_id BIGINT UNSIGNED NOT NULL,
    version    INT UNSIGNED NOT NULL COMMENT 'of the subject, that the edit made',
    action     ENUM ('created', 'updated', 'deleted', 'restored', 'merged') NOT NULL,
    undoes     INT UNSIGNED NULL COMMENT 'the version whose edit this one took back',
    editor_id  BIGINT UNSIGNED NOT NULL,
    changes    JSON NOT NULL COMMENT '[{"field", "before", "after"}, ...]',
    created_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (id),
    UNIQUE KEY subject (kind, subject_id, version)
) ENGINE = InnoDB;
