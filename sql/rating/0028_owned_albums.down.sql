DROP TABLE owned_albums;
