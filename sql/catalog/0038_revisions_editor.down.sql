ALTER TABLE revisions DROP KEY editor_id;
