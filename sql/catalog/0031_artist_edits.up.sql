-- What editors did to an artist: the fields they set, which an import leaves alone, and whether it was deleted.
ALTER TABLE artists
    ADD COLUMN edited     SET ('name', 'sort_name', 'real_name', 'biography', 'genres') NOT NULL DEFAULT '',
    ADD COLUMN deleted_at DATETIME(3) NULL;
