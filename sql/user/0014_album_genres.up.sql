-- The genres of known albums.
CREATE TABLE album_genres (
    album_id BIGINT UNSIGNED NOT NULL,
    genre    VARCHAR(64) NOT NULL,
    PRIMARY KEY (album_id, genre)
) ENGINE = InnoDB;
