DROP TABLE search_changed;
