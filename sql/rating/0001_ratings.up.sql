-- One rating per user and album, in half-stars: 1 is 0.5 stars, 10 is 5.
CREATE TABLE ratings (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    user_id    BIGINT UNSIGNED NOT NULL,
    album_id   BIGINT UNSIGNED NOT NULL,
    half_stars TINYINT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    updated_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    PRIMARY KEY (id),
    UNIQUE KEY user_album (user_id, album_id),
    KEY album_id (album_id, half_stars),
    KEY half_stars (half_stars),
    KEY created_at (created_at),
    KEY updated_at (updated_at),
    CONSTRAINT half_stars_range CHECK (half_stars BETWEEN 1 AND 10)
) ENGINE = InnoDB;
