-- Artists. A name ends in " (2)" where several share it; a credit prints it without.
CREATE TABLE artists (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    discogs_id  INT UNSIGNED NULL,
    name        VARCHAR(512) NOT NULL,
    sort_name   VARCHAR(512) NOT NULL COMMENT 'article last: Beatles, The',
    real_name   VARCHAR(512) NULL,
    biography   MEDIUMTEXT NULL,
    genres      VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'a name a line; artist_genres is its index',
    image_url   VARCHAR(512) NULL,
    import_hash BINARY(16) NULL COMMENT 'of the dump''s record it was last made from',
    album_count INT UNSIGNED NOT NULL DEFAULT 0,
    version     INT UNSIGNED NOT NULL DEFAULT 1,
    created_at  DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    updated_at  DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    PRIMARY KEY (id),
    UNIQUE KEY discogs_id (discogs_id),
    KEY name (name),
    KEY sort_name (sort_name),
    KEY album_count (album_count),
    KEY created_at (created_at),
    FULLTEXT KEY words (name)
) ENGINE = InnoDB;
