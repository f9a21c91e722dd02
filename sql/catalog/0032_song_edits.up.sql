-- A song's version, for its ETag. That songs were edited is the album's to know (albums.edited: tracks).
ALTER TABLE songs
    ADD COLUMN version INT UNSIGNED NOT NULL DEFAULT 1;
