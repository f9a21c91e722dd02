-- What lists of albums are narrowed by: each value of each kind by its number in album_facets. Genres, styles, artists and
-- labels have their own ids; formats and countries are numbered here; a score is the least, in half-stars.
CREATE TABLE facets (
    kind   TINYINT UNSIGNED NOT NULL COMMENT '1 genre, 2 style, 3 artist, 4 label, 5 format, 6 country, 7 decade, 8 score',
    value  INT UNSIGNED NOT NULL,
    name   VARCHAR(255) NULL COMMENT 'of a format or country',
    albums INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'when album_facets was made, if they were many; 0: few or unknown',
    PRIMARY KEY (kind, value),
    UNIQUE KEY name (kind, name)
) ENGINE = InnoDB;
INSERT INTO facets (kind, value) VALUES (8, 1), (8, 4), (8, 5), (8, 6), (8, 7), (8, 8), (8, 9);
