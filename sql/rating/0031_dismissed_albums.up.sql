-- Albums that a user does not want to be recommended.
CREATE TABLE dismissed_albums (
    user_id    BIGINT UNSIGNED NOT NULL,
    album_id   BIGINT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3),
    PRIMARY KEY (user_id, album_id)
) ENGINE = InnoDB;
