-- Albums that somebody has or wants, or has had: an import removes none of them. Kept by the user service's events.
CREATE TABLE held_albums (
    album_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (album_id)
) ENGINE = InnoDB;
