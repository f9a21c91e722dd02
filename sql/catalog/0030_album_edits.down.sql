ALTER TABLE albums
    DROP KEY merged_into,
    DROP COLUMN merged_into,
    DROP COLUMN deleted_at,
    DROP COLUMN cover_version,
    DROP COLUMN edited;
