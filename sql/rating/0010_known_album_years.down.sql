ALTER TABLE known_albums DROP COLUMN release_year;
