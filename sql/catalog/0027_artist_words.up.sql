-- Words are found by the search index.
ALTER TABLE artists DROP KEY words;
