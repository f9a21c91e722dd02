DROP TABLE private_users;
