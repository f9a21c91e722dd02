ALTER TABLE albums ADD FULLTEXT KEY words (title, artist);
