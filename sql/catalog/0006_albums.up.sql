-- An album: what its pressings (releases) have in common. Made from a Discogs master, from a release that has none, or
-- by an editor. `artist`, `credits`, `genres` and `styles` are what is shown, so that an album
-- is read by one look-up; album_artists, album_genres and album_styles are their indexes.
-- The counts and averages are a projection of the rating service's events.
CREATE TABLE albums (
    id                 BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    discogs_master_id  INT UNSIGNED NULL,
    discogs_release_id INT UNSIGNED NULL COMMENT 'of a release without a master',
    title              VARCHAR(700) NOT NULL,
    artist             VARCHAR(700) NOT NULL COMMENT 'the credit as printed',
    credits            MEDIUMTEXT NOT NULL DEFAULT '' COMMENT 'a part a line: artist id or 0, name as printed, joiner, with tabs between',
    artist_id          BIGINT UNSIGNED NULL COMMENT 'the first credited artist that is linked',
    release_year       SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0: unknown',
    genres             VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'a name a line, the first is the main one',
    styles             VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'a name a line',
    description        MEDIUMTEXT NULL,
    discogs_main_id    INT UNSIGNED NULL COMMENT 'discogs_id of the pressing its master names',
    import_hash        BINARY(16) NULL COMMENT 'of the master''s record; NULL: made from a release',
    main_release_id    BIGINT UNSIGNED NULL COMMENT 'the pressing whose tracks are the songs',
    track_count        SMALLINT UNSIGNED NOT NULL DEFAULT 0,
    release_count      INT UNSIGNED NOT NULL DEFAULT 0,
    rating_count       INT UNSIGNED NOT NULL DEFAULT 0,
    average_rating     DOUBLE NOT NULL DEFAULT 0 COMMENT 'stars; 0: none',
    weighted_rating    DOUBLE NOT NULL DEFAULT 0 COMMENT 'stars; 0: none',
    version            INT UNSIGNED NOT NULL DEFAULT 1,
    created_at         DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    updated_at         DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (id),
    UNIQUE KEY discogs_master_id (discogs_master_id),
    UNIQUE KEY discogs_release_id (discogs_release_id),
    KEY title (title),
    KEY artist_id (artist_id),
    KEY release_year (release_year),
    KEY created_at (created_at),
    KEY weighted_rating (weighted_rating),
    KEY rating_count (rating_count),
    FULLTEXT KEY words (title, artist)
) ENGINE = InnoDB;
