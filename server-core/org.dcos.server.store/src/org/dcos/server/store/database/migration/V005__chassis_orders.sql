-- Orders to many chassis: each as a document, and what became of each server.
create table chassis_run (
    id uuid primary key,
    started timestamp(6) with time zone not null,
    body varchar(1000000) not null
);
create index ix_chassis_run_started on chassis_run (started);

create table chassis_step (
    run uuid not null,
    position integer not null,
    body varchar(10000) not null,
    primary key (run, position),
    constraint fk_chassis_step_run foreign key (run) references chassis_run (id) on delete cascade
);
