DROP TABLE rating_totals;
