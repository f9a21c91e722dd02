DROP TABLE known_albums;
