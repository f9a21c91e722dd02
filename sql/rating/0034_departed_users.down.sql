DROP TABLE departed_users;
