-- Index of artists by genre in each order that lists have. The pool keeps it with each change of an artist; imports make
-- it anew.
CREATE TABLE artist_facets (
    id         INT UNSIGNED NOT NULL COMMENT 'of the artist',
    value      INT UNSIGNED NOT NULL COMMENT 'the genre',
    name       VARCHAR(512) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id, value),
    KEY name (value, name, id),
    KEY created_at (value, created_at, id)
) ENGINE = InnoDB;
