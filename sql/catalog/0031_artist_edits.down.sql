ALTER TABLE artists
    DROP COLUMN deleted_at,
    DROP COLUMN edited;
