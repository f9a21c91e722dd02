-- The genres of known albums: a projection of the catalogue's events.
CREATE TABLE album_genres (
    album_id BIGINT UNSIGNED NOT NULL,
    genre_id SMALLINT UNSIGNED NOT NULL,
    PRIMARY KEY (album_id, genre_id),
    KEY genre_id (genre_id, album_id)
) ENGINE = InnoDB;
