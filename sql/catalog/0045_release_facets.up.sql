-- Index of pressings by label and format, of which they have several, in the order that lists have. Imports make it anew;
-- nothing else changes a pressing's labels and formats.
CREATE TABLE release_facets (
    id    INT UNSIGNED NOT NULL COMMENT 'of the pressing',
    kind  TINYINT UNSIGNED NOT NULL COMMENT '4 label, 5 format, as in facets',
    value INT UNSIGNED NOT NULL,
    year  SMALLINT UNSIGNED NOT NULL,
    PRIMARY KEY (id, kind, value),
    KEY year (kind, value, year, id)
) ENGINE = InnoDB;
