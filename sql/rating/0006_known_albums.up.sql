-- Albums that the catalogue has confirmed, so that a known one can be rated while the catalogue is away.
CREATE TABLE known_albums (
    album_id  BIGINT UNSIGNED NOT NULL,
    artist_id BIGINT UNSIGNED NULL,
    PRIMARY KEY (album_id)
) ENGINE = InnoDB;
