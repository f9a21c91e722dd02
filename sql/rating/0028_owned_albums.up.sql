-- Who owns which album: a projection of collection.changed; what is owned is not recommended.
CREATE TABLE owned_albums (
    user_id  BIGINT UNSIGNED NOT NULL,
    album_id BIGINT UNSIGNED NOT NULL,
    copies   INT UNSIGNED NOT NULL,
    PRIMARY KEY (user_id, album_id)
) ENGINE = InnoDB;
