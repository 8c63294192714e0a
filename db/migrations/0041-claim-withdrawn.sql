-- The day on which a claim was taken back: a statement of a month before still has it, as it was printed. Of those taken back before
-- this was kept the day is not known; they are said to have been taken back on the day they were sent, as statements had it.
ALTER TABLE claim ADD COLUMN withdrawn_on date;

UPDATE claim SET withdrawn_on = sent_on WHERE state = 'withdrawn';

ALTER TABLE claim ADD CHECK ((state = 'withdrawn') = (withdrawn_on IS NOT NULL));
