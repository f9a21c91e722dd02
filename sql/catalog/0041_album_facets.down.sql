DROP TABLE album_facets;
