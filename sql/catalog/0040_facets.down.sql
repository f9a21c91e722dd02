DROP TABLE facets;
