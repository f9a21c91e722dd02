ALTER TABLE labels ADD FULLTEXT KEY words (name);
