DROP TABLE model_albums;
