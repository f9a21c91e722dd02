-- Whoever asks for what is held on them is told what they have edited.
ALTER TABLE revisions ADD KEY editor_id (editor_id);
