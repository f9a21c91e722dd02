ALTER TABLE songs ADD FULLTEXT KEY words (title);
