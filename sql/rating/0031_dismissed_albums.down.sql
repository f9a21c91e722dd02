DROP TABLE dismissed_albums;
