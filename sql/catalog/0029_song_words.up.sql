-- Words are found by the search index.
ALTER TABLE songs DROP KEY words;
