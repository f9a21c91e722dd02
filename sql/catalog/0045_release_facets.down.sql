DROP TABLE release_facets;
