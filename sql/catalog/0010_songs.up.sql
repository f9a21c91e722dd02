-- An album's songs: the tracks of its main pressing, or what an editor wrote. The parts of an index track are songs of
-- their own; a heading is none.
CREATE TABLE songs (
    id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    album_id  BIGINT UNSIGNED NOT NULL,
    disc_num  SMALLINT UNSIGNED NOT NULL DEFAULT 1,
    track_num SMALLINT UNSIGNED NOT NULL COMMENT 'counted from 1 on each disc',
    position  VARCHAR(64) NULL COMMENT 'as printed: A1, 1-3, LP-A3',
    title     VARCHAR(700) NOT NULL,
    artist    VARCHAR(700) NULL COMMENT 'as printed, where it differs from the album''s',
    artist_id BIGINT UNSIGNED NULL COMMENT 'the first credited; the album''s where the song names none',
    duration  INT UNSIGNED NULL COMMENT 'seconds',
    ordinal   BIGINT UNSIGNED AS (album_id * 4294967296 + disc_num * 65536 + track_num) VIRTUAL COMMENT 'playing order',
    PRIMARY KEY (id),
    UNIQUE KEY ordinal (ordinal),
    UNIQUE KEY album_order (album_id, disc_num, track_num),
    KEY artist_id (artist_id),
    KEY title (title),
    FULLTEXT KEY words (title)
) ENGINE = InnoDB;
