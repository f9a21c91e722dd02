ALTER TABLE ratings
    DROP KEY held,
    DROP KEY album_updated,
    DROP KEY album_created,
    DROP COLUMN held;
