ALTER TABLE artists ADD FULLTEXT KEY words (name);
