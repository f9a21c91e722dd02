ALTER TABLE songs
    DROP COLUMN version;
