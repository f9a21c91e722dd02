DROP TABLE rating_history;
