DROP TABLE search_recent;
