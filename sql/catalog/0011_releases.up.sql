-- A pressing of an album, with all that its record in the dump says. `label`, `catno`, `format` and `barcode` are the
-- first of each, as a list shows them; the tables below hold all.
CREATE TABLE releases (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    discogs_id INT UNSIGNED NULL,
    album_id   BIGINT UNSIGNED NOT NULL,
    title      VARCHAR(700) NOT NULL,
    artist     VARCHAR(700) NOT NULL,
    label      VARCHAR(512) NULL,
    catno      VARCHAR(128) NULL,
    country    VARCHAR(64) NULL,
    released   VARCHAR(10) NULL COMMENT 'YYYY, YYYY-MM or YYYY-MM-DD',
    year       SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0: unknown',
    format     VARCHAR(255) NULL COMMENT 'the first format''s name: Vinyl, CD',
    formats    VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'a format a line: 2 x Vinyl, LP, Album',
    barcode    VARCHAR(64) NULL COMMENT 'digits only',
    notes      MEDIUMTEXT NULL,
    import_hash BINARY(16) NULL COMMENT 'of the dump''s record it was last made from',
    PRIMARY KEY (id),
    UNIQUE KEY discogs_id (discogs_id),
    KEY album_id (album_id),
    KEY catno (catno),
    KEY country (country, album_id),
    KEY year (year),
    KEY barcode (barcode),
    KEY format (format, album_id)
) ENGINE = InnoDB;
