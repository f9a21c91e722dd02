-- A rating may be held: kept out of every sum by a burst (bursts.id). Lists of an album's ratings by time have their index.
ALTER TABLE ratings
    ADD COLUMN held BIGINT UNSIGNED NULL COMMENT 'the burst that keeps it out of the score',
    ADD KEY album_created (album_id, created_at),
    ADD KEY album_updated (album_id, updated_at),
    ADD KEY held (held);
