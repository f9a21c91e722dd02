DROP TABLE artist_facets;
