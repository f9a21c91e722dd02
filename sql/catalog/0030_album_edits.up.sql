-- What editors did to an album: the fields they set, which an import leaves alone, its cover, and whether it was deleted or
-- merged into another. The row stays either way, so that an import finds it again and a deletion can be undone.
ALTER TABLE albums
    ADD COLUMN edited        SET ('title', 'artists', 'release_year', 'genres', 'styles', 'description', 'tracks') NOT NULL DEFAULT '',
    ADD COLUMN cover_version INT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0: none was uploaded',
    ADD COLUMN deleted_at    DATETIME(3) NULL,
    ADD COLUMN merged_into   BIGINT UNSIGNED NULL COMMENT 'of a deleted album: the one it is part of now',
    ADD KEY merged_into (merged_into);
