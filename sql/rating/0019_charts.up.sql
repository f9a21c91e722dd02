-- Rated albums by what charts are sorted by: a row for each of an album's genres and one (genre 0) for all together.
-- Kept in the transaction that changes a rating; `vinylhound scores` makes them anew under another generation.
CREATE TABLE charts (
    generation   INT UNSIGNED NOT NULL,
    genre_id     SMALLINT UNSIGNED NOT NULL,
    album_id     BIGINT UNSIGNED NOT NULL,
    release_year SMALLINT UNSIGNED NOT NULL,
    count        INT NOT NULL,
    mean         DOUBLE NOT NULL COMMENT 'stars',
    weighted     DOUBLE NOT NULL COMMENT 'the score',
    low          DOUBLE NOT NULL COMMENT 'the lower end of its interval',
    recent       INT NOT NULL COMMENT 'ratings given since recent_from',
    earlier      INT NOT NULL COMMENT 'those since earlier_from, in twelve times as long',
    trend        DOUBLE AS ((recent - earlier / 12e0) / SQRT(earlier / 12e0 + 1e0)) PERSISTENT,
    PRIMARY KEY (generation, album_id, genre_id),
    KEY top (generation, genre_id, low, album_id),
    KEY top_of_year (generation, genre_id, release_year, low, album_id),
    KEY popular (generation, genre_id, count, album_id),
    KEY popular_of_year (generation, genre_id, release_year, count, album_id),
    KEY trending (generation, genre_id, trend, album_id),
    KEY trending_of_year (generation, genre_id, release_year, trend, album_id)
) ENGINE = InnoDB;
