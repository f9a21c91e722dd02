-- Every value a rating had before it was changed or taken back.
CREATE TABLE rating_history (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    rating_id  BIGINT UNSIGNED NOT NULL,
    user_id    BIGINT UNSIGNED NOT NULL,
    album_id   BIGINT UNSIGNED NOT NULL,
    half_stars TINYINT UNSIGNED NOT NULL,
    given_at   DATETIME(3) NOT NULL,
    ended_at   DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (id),
    KEY user_album (user_id, album_id),
    KEY rating_id (rating_id)
) ENGINE = InnoDB;
