-- An album's credit, part by part: the name as printed and the text that joins it to the next.
CREATE TABLE album_artists (
    album_id  BIGINT UNSIGNED NOT NULL,
    position  SMALLINT UNSIGNED NOT NULL,
    artist_id BIGINT UNSIGNED NULL COMMENT 'NULL: not a linked artist (Various, unknown)',
    name      VARCHAR(512) NOT NULL,
    joiner    VARCHAR(64) NOT NULL DEFAULT '',
    PRIMARY KEY (album_id, position),
    KEY artist_album (artist_id, album_id)
) ENGINE = InnoDB;
