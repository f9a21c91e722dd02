DROP TABLE collection_items;
