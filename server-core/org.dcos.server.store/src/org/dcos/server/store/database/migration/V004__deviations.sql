-- What audits found: deviations and runs as documents, and what the newest runs could not see.
create table deviation (
    id uuid primary key,
    body varchar(1000000) not null
);

create table audit_run (
    id uuid primary key,
    started timestamp(6) with time zone not null,
    body varchar(100000) not null
);
create index ix_audit_run_started on audit_run (started);

create table audit_unseen (
    run uuid not null,
    position integer not null,
    body varchar(100000) not null,
    primary key (run, position),
    constraint fk_audit_unseen_run foreign key (run) references audit_run (id)
);
