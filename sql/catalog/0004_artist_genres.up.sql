-- Which artists have made albums of a genre.
CREATE TABLE artist_genres (
    artist_id BIGINT UNSIGNED NOT NULL,
    genre_id  SMALLINT UNSIGNED NOT NULL,
    PRIMARY KEY (artist_id, genre_id),
    KEY genre_artist (genre_id, artist_id)
) ENGINE = InnoDB;
