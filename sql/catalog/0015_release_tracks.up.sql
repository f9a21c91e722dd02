-- The track list of each pressing as its record has it: headings, index tracks and their parts included.
CREATE TABLE release_tracks (
    release_id BIGINT UNSIGNED NOT NULL,
    seq        SMALLINT UNSIGNED NOT NULL COMMENT 'order in the record, counted from 1',
    parent_seq SMALLINT UNSIGNED NULL COMMENT 'of a sub-track: the index track it is part of',
    position   VARCHAR(64) NULL,
    title      VARCHAR(700) NOT NULL,
    artist     VARCHAR(700) NULL COMMENT 'as printed; NULL: the release''s',
    artist_id  BIGINT UNSIGNED NULL COMMENT 'the first credited artist that is linked',
    duration   INT UNSIGNED NULL COMMENT 'seconds',
    disc_num   SMALLINT UNSIGNED NULL COMMENT 'where it stands as a song; NULL: a heading, or told by its parts',
    track_num  SMALLINT UNSIGNED NULL,
    PRIMARY KEY (release_id, seq)
) ENGINE = InnoDB;
