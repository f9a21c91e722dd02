DROP TABLE search_typos;
