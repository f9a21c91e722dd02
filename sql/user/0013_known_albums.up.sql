-- What the catalogue has told of the albums in people's collections, so that they are shown, found and sorted without it.
CREATE TABLE known_albums (
    album_id     BIGINT UNSIGNED NOT NULL,
    title        VARCHAR(700) NOT NULL,
    artist       VARCHAR(700) NOT NULL COMMENT 'the credit as printed',
    release_year SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0: unknown',
    cover_url    VARCHAR(255) NULL,
    deleted      BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'taken out of the catalogue; shown as it was',
    stale        INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'changes since the catalogue was asked: their events tell no titles',
    told_at      DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (album_id)
) ENGINE = InnoDB;
