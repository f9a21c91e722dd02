-- Index of albums by style.
CREATE TABLE album_styles (
    album_id BIGINT UNSIGNED NOT NULL,
    style_id SMALLINT UNSIGNED NOT NULL,
    PRIMARY KEY (album_id, style_id),
    KEY style_album (style_id, album_id)
) ENGINE = InnoDB;
