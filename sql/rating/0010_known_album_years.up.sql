-- What charts and recommendations need to know of an album: its year here, its genres in album_genres.
ALTER TABLE known_albums
    ADD COLUMN release_year SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0: unknown';
