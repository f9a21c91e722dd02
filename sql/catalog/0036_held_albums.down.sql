DROP TABLE held_albums;
