-- Words are found by the search index.
ALTER TABLE labels DROP KEY words;
