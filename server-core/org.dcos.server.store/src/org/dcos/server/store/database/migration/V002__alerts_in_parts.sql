-- What an alert found, and why it ended, in parts, so that it can be told in any language. Alerts of before have none.
alter table alert add column finding varchar(8000);
alter table alert add column ending varchar(1000);
