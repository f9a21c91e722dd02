-- Index of albums by what lists are narrowed by, in each order that lists have: the keys are named like those of albums.
-- Every album that is not deleted has one row of each of its genres, styles, artists, labels, formats and countries, of its
-- decade (0: unknown), and of each score that it reaches. The pool keeps it with each change of an album; imports make it
-- anew (`vinylhound search rebuild`).
CREATE TABLE album_facets (
    id              INT UNSIGNED NOT NULL COMMENT 'of the album',
    kind            TINYINT UNSIGNED NOT NULL,
    value           INT UNSIGNED NOT NULL,
    title           VARCHAR(700) NOT NULL,
    release_year    SMALLINT UNSIGNED NOT NULL,
    created_at      DATETIME(3) NOT NULL,
    weighted_rating DOUBLE NOT NULL,
    rating_count    INT UNSIGNED NOT NULL,
    PRIMARY KEY (id, kind, value),
    KEY title (kind, value, title, id),
    KEY release_year (kind, value, release_year, id),
    KEY created_at (kind, value, created_at, id),
    KEY weighted_rating (kind, value, weighted_rating, id),
    KEY rating_count (kind, value, rating_count, id)
) ENGINE = InnoDB;
